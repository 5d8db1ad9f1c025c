class Worker:
    def run_forever(self):
        print("worker")


worker = Worker()
worker.run_forever()
