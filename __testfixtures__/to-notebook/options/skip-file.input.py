# loopshift: skip-file  # LS113
import asyncio

asyncio.run(main())  # loopshift: skip
