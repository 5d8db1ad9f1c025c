#!/usr/bin/env python3
"""Reads the titles of a few pages. The site is a thread of this very program."""
import asyncio
import re
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        body = "<html><title>{}</title></html>".format(self.path.strip("/").title()).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


server = HTTPServer(("127.0.0.1", 0), Site)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = "http://127.0.0.1:%d" % server.server_port


def read(url):
    with urllib.request.urlopen(url) as response:
        return response.read().decode()


async def title(url):
    loop = asyncio.get_running_loop()
    html = await loop.run_in_executor(None, read, url)
    return re.search("<title>(.*?)</title>", html).group(1)


async def main():
    urls = [base + "/" + name for name in ("home", "about", "contact")]
    return await asyncio.gather(*map(title, urls))


titles = asyncio.run(main())
for t in titles:
    print(t)
server.shutdown()
server.server_close()
print("closed")
