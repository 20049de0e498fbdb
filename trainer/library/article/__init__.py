"""A page of prose about a workout, read into a draft routine: every value with the sentence it came from.

    source     bytes or pasted text -> text, refused in a sentence where it is none
    html_page, plain_page
               text -> pieces (headings, paragraphs, list items, table rows), what surrounds the article left out
    outline    pieces -> the exercises they name, in sections
    reading    all of it -> ArticleDraft
    allocation minutes -> seconds, where the page gives none
    draft_routine, draft_file
               ArticleDraft -> the routine, its file's text and the exercises that have no file yet

It understands English. What it infers it marks, with the sentence; what it doesn't understand it says.
"""
