"""Addresses of the web that a person named: pages, feeds, sitemaps and documents, fetched politely and safely.

Nothing is fetched unless a person named it, or a feed or sitemap that a person named lists it. `fetching` is the one
place
that makes a connection.
"""
