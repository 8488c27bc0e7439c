"""The archive in a browser: what `provenance serve` shows. Nothing of it is imported by any other command.

    serving        the address, the socket, the server; ends with Ctrl-C
    application    puts everything together: safety, static files, the pages
    site           what a page needs: reading the archive, writing to it, the settings
    readers        open archives, each used by one page at a time
    routing        what a subject is: its routes and its place in the navigation
    rendering      a template filled in, as a response
    kept_pages     pages that take long to make, kept until the archive changes
    failures       what went wrong, as a page
    static_files   styles and scripts, from the package
    safety         one file per rule: who may ask, from where, what a page may load
    pages          one file per subject; `pages/__init__` lists them
    templates      one file per page, on top of `layout.html`; those of the HTML report are found, too

Pages are made on the server from the words and views of `provenance.reports` and work without JavaScript. A page
that is asked for (GET) changes nothing; what changes anything is a form with a token (POST). A page holds the archive
as it was when it was asked for, never waits for a command that writes, and no command waits for a page.
"""
