from pkg import Client

client = Client()
print(client.fetch("a"))  # LS808
