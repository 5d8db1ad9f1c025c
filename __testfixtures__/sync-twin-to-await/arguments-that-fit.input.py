import marvin
from ib_insync import IB
from quart import Quart

app = Quart(__name__)
app.run("0.0.0.0", 80, debug=True)  # LS808

answer = marvin.run("why?", str, [])  # LS808

ib = IB()
bars = ib.reqHistoricalData(stock, "", "30 D", "1 hour", "MIDPOINT", True)  # LS808
