// Preloaded into the servers that `npm start` starts: when `npm start` is killed and can stop nobody, they stop by themselves.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
