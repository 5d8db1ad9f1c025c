import asyncio


async def main(n):
	for i in range(n):
		await asyncio.sleep(0)
	return n


class Job:
	def start(self):
		if True:
			return asyncio.run(main(3))


if __name__ == "__main__":
	job = Job()
	print(job.start())
	if job:
		print(asyncio.run(main(1)), asyncio.run(main(2)))
