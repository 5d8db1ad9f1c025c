from telegram.ext import ApplicationBuilder

app = ApplicationBuilder().token('t').build()
app.run_polling()  # LS809
