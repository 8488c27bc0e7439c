"""A network as a picture: where everything is (`layout`), an SVG of it (`svg`), the same for a script (`data`).

Sources are left of what was made from them. The same network gives the same picture.
"""
