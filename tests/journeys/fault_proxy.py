# SPDX-License-Identifier: MIT
"""A bad line between a window and headquarters: TCP that stutters, and breaks off in the middle of what it carries."""
import random
import socket
import threading
import time

SOON_S = 0.05


class FaultProxy:
    """Listens on `port` and carries to `towards()`. Four of five connections break after some thousands of bytes; all
    of them come in small pieces with pauses."""

    def __init__(self, towards, seed):
        self.towards = towards
        self.chance = random.Random(seed)
        self.broken = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.close()

    def serve(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self.towards()))
            except OSError:
                near.close()
                continue
            carries = self.chance.randrange(3_000, 60_000) if self.chance.random() < 0.8 else None
            line = Line(near, far, carries, self.count)
            for from_, to in ((near, far), (far, near)):
                threading.Thread(target=line.carry, args=(from_, to, random.Random(self.chance.random())), daemon=True).start()

    def count(self):
        self.broken += 1


class Line:
    """One connection; `carries`: bytes of both ways until it breaks, None if it does not."""

    def __init__(self, near, far, carries, on_break):
        self.ends = (near, far)
        self.left = carries
        self.on_break = on_break
        self.lock = threading.Lock()

    def carry(self, from_, to, chance):
        try:
            while piece := from_.recv(chance.randrange(1, 16_384)):
                if self.breaks(len(piece)):
                    to.sendall(piece[:len(piece) // 2])
                    break
                to.sendall(piece)
                if chance.random() < 0.02:
                    time.sleep(chance.random() * SOON_S)
        except OSError:
            pass
        for end in self.ends:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def breaks(self, count):
        with self.lock:
            if self.left is None:
                return False
            whole = self.left > 0
            self.left -= count
            if whole and self.left <= 0:
                self.on_break()
            return self.left <= 0
