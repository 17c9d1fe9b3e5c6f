/** Loaded into every process of the cluster: when the supervisor is gone, whatever killed it, the process stops too. */
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 25_000).unref();
});
process.channel?.unref();
