"""Two pages on this computer that `watch` fetches, the same whenever it asks."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<html><head><title>A bridge is closed in {0}</title><meta property="article:published_time"
content="2025-03-0{1}T08:00:00Z"></head><body><article><h1>A bridge is closed in {0}</h1><p>{2}</p></article></body>
</html>"""
SAID = "The council of {0} closed the bridge on Monday after inspectors found cracks in {1} of its girders. "


class Feed(BaseHTTPRequestHandler):
    """Two pages that `watch` fetches."""

    def do_GET(self) -> None:
        place = self.path.strip("/").removesuffix(".html")
        if place not in ("Aldport", "Brenholm"):
            self.send_error(404)
            return
        number = 1 + (place == "Brenholm")
        content = PAGE.format(place, number, "".join(SAID.format(place, each) for each in range(9))).encode()
        self.send_response_only(200)  # without the date of now: it is kept with the article
        self.send_header("Date", "Mon, 03 Mar 2025 08:00:00 GMT")
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def served() -> str:
    """The addresses of pages that are served as long as this process is there."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Feed)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return "".join(f"http://127.0.0.1:{server.server_port}/{name}.html\n" for name in ("Aldport", "Brenholm"))
