# util.startLoop() of ib_insync
from ib_insync import IB, util

util.startLoop()
ib = IB()
