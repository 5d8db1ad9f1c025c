import asyncio


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        self.transport.sendto(data[::-1], addr)


class Client(asyncio.DatagramProtocol):
    def __init__(self, message, answer):
        self.message = message
        self.answer = answer

    def connection_made(self, transport):
        transport.sendto(self.message.encode())

    def datagram_received(self, data, addr):
        self.answer.set_result(data.decode())


async def main(message):
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    address = server.get_extra_info("sockname")
    answer = loop.create_future()
    client, _ = await loop.create_datagram_endpoint(lambda: Client(message, answer), remote_addr=address)
    try:
        return await asyncio.wait_for(answer, 5)
    finally:
        client.close()
        server.close()


print(asyncio.run(main("stressed")))
