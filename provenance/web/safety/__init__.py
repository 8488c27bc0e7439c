"""Who may ask for a page, from where, and what a page may load. One rule per file.

    hosts         only names that this server has (another site's name that leads here is refused: DNS rebinding)
    origins       only pages of this server may send forms or fetch from it
    form_tokens   a form carries a token that only pages of this run have
    sign_in       beyond this computer, only who gave the token that the terminal printed
    sizes         a request ends at a limit
    headers       what pages may load and where they may be shown; on every response

An article's text is shown on these pages, and may have been written to do harm: nothing in it runs, loads or leads
anywhere by itself.
"""
