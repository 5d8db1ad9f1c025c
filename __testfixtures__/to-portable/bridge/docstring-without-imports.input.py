"""Doc."""
from __future__ import annotations

async def main():
    return 1


print(await main())
