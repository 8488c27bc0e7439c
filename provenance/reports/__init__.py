"""One file a format: plain answers in, text out. Nothing in here computes a finding or reads an archive.

contract_json      links, passages, quotations, findings and listings as the JSON that scripts rely on
terminal           tables and passages side by side, for people
html               one self-contained page
timeline_svg       a lineage as a picture; timeline_layout says where everything stands in it
dot, mermaid, graphml, edges_csv, prov_document    lineages and links for other programs

wording, passage_wording    the sentences that the terminal, the page and the picture share
characters, shared_words    text made safe to show, and stretches of shared wording made readable
"""
