"""One file per format: plain answers in, text out. Nothing in here computes a finding or reads an archive.

formats               what a format is, and which formats there are
terminal              tables and passages side by side, for people
json_document, json_lines    what scripts rely on; contract_json and versions_json make the objects that both print
html                  one self-contained page
timeline_svg          a lineage as a picture; timeline_layout says where everything is in it, timeline_curves how its
                      lines run, timeline_words which places titles and numbers have, so that none covers another
dot, mermaid, graphml ...    lineages and links for other programs, each a line of `formats.FORMATS`

row_files             rows of articles or signatures as JSONL, CSV or Parquet files

wording, reasons      the sentences that the terminal, the page and the picture share
characters            text made safe to show, and stretches of shared wording made readable
"""
