#!/usr/bin/env python3
"""A script."""
from __future__ import annotations

import asyncio
from typing import Optional


async def main(name: Optional[str] = None) -> str:
    await asyncio.sleep(0)
    return name or "nobody"


print(asyncio.run(main()))
