// Loaded before the server: when the command that started it is killed outright, the server stops cleanly instead of staying behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
