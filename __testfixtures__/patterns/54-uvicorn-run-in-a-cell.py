# uvicorn.run in a cell
import uvicorn
from shop import app

uvicorn.run(app)
