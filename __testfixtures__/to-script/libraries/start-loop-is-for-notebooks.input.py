from ib_insync import IB, util

util.startLoop()  # LS811
ib = IB()
ib.connect('127.0.0.1', 7497, clientId=1)
