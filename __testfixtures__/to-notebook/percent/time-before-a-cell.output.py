# %%
import asyncio
import time
# %%
start = time.perf_counter()
value = await asyncio.sleep(0, 3)  # LS502
print(f'Wall time: {time.perf_counter() - start:.3f} s')
value


# %% next
print('next')
