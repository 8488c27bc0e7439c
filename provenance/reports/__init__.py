"""One file a format: plain answers in, text out. Nothing in here computes a finding or reads an archive.

contract_json     links, passages, quotations, findings as the JSON that scripts rely on
terminal          tables and passages side by side, for people
html              one self-contained page
timeline_svg      a lineage as a picture
"""
