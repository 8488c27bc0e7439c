"""What news agencies send: NewsML-G2, NITF, NewsML 1 and ninjs. Each file knows one format."""
