from tornado.ioloop import IOLoop

from elsewhere import make_app

IOLoop.current().run_sync(make_app)  # LS805
