"""ExchangeError: why something could not be taken out or in, in one sentence a person can act on."""


class ExchangeError(Exception):
    """`sentence` names the file (and the line, where there is one), what is wrong and what would be right."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class StoppedError(Exception):
    """The person wants no more of it; what was begun is undone."""
