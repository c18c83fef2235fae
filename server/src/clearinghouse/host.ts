/** One spelling of a host name: without case, and without the point that may end it. */
export function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.+$/, '');
}
