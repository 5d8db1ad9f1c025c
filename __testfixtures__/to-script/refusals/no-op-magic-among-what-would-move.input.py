# %%
import asyncio

queue = asyncio.Queue()

# %%
await queue.put(1)  # LS724

# %%
%%bash
echo "asyncio.run(main())"

# %%
print(await queue.get())  # LS724
