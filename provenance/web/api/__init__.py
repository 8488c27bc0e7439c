"""The archive for programs, below `/api/v1`: the answers of the commands as JSON, and reviews.

application   puts the parts together, and describes them (OpenAPI)
answers       JSON with an entity tag, pages of lists with the header Link
problems      what went wrong (RFC 9457); `refusals` says that of what the rules of safety refuse
parameters    what can be asked of lists; `web/asked.py` reads it, as pages do
schemas       the objects as the description has them
articles, links, comparing, prepared, checking, reviews, overview   the addresses
"""
