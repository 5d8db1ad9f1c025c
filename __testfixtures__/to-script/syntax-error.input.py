import asyncio

x = (1,  # LS111

asyncio.run(main())
