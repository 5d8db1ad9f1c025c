# %%
import asyncio
import sys

try:
    import nest_asyncio
    nest_asyncio.apply()
except ImportError:
    print('no nest_asyncio')

try: import nest_asyncio; nest_asyncio.apply()
except Exception: pass

if 'google.colab' in sys.modules:
    import nest_asyncio  # Colab

    nest_asyncio.apply()

if asyncio.get_event_loop().is_running():
    try:
        import nest_asyncio
        nest_asyncio.apply()
    except (RuntimeError, ValueError):
        pass

if print('asked'):
    import nest_asyncio
    nest_asyncio.apply()


async def double(x):
    return 2 * x


if __name__ == '__main__':
    import nest_asyncio
    nest_asyncio.apply()
    print(asyncio.run(double(4)))
