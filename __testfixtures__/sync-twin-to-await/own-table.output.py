from pkg import Client

client = Client()
print(await client.afetch("a"))  # LS808
