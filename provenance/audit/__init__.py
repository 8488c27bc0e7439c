"""The steps of an audit: in which order pairs are compared, in which portions links are judged, what people said."""
