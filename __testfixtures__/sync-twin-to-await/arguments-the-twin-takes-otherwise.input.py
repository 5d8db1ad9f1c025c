import controlflow
import marvin
import uvicorn
from ib_insync import IB
from quart import Quart

app = Quart(__name__)
app.run(use_reloader=False)  # LS809
app.run("0.0.0.0", 80, True, False)  # LS809

uvicorn.run("app:app", app_dir="src")  # LS809

answer = marvin.run("why?", str, [], None, None, True)  # LS809
events = controlflow.run("why?", stream=True)  # LS809

ib = IB()
first = ib.reqHeadTimeStamp(stock, "MIDPOINT", True)  # LS809
