import asyncio
import textwrap


async def render(template, **values):
    await asyncio.sleep(0)
    return template.format(**values)


page = asyncio.run(render("""\
<html>
    <title>{title}</title>
      <body>
  asyncio.run(this_is_text())
      </body>
</html>
""", title="Hello"))
print(page)
print(textwrap.dedent('''
    await me
        not
''').strip())
