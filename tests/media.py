"""Files of one's own that the tests show: an animation, and clips."""

from pathlib import Path

CLIPS = Path(__file__).parent / "data" / "clips"

# Two frames of 2 x 2 pixels, one white, one black, a tenth of a second each.
GIF = bytes.fromhex(
    "47494638396102000200f00000ffffff00000021ff0b4e45545343415045322e30030100000021f904000a0000002c0000000002000200"
    "00020284510021f904000a0000002c00000000020002000002028c53003b"
)
