import marvin
from ib_insync import IB
from quart import Quart

app = Quart(__name__)
await app.run_task("0.0.0.0", 80, debug=True)  # LS808

answer = await marvin.run_async("why?", str, [])  # LS808

ib = IB()
bars = await ib.reqHistoricalDataAsync(stock, "", "30 D", "1 hour", "MIDPOINT", True)  # LS808
