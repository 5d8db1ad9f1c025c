# client.run of discord.py
import discord

client = discord.Client(intents=discord.Intents.default())
client.run("token")
