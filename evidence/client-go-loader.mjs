/**
 * What client-go does with the token file, by the texts of rest/config.go and rest/transport.go: `reloads` each minute
 * (kubernetes/kubernetes#77613), `late` every five minutes (#67359), `regressed` where the path of the file is dropped on its way to
 * the transport (#71713), `once` before all of them; undefined for a loader of another kind.
 */
export function loaderOf(config, transport) {
  const loader = bodyOf(config, 'func InClusterConfig(')
  if (loader.includes('BearerTokenFile')) {
    return bodyOf(transport, ') TransportConfig(').includes('BearerTokenFile') ? 'reloads' : 'regressed'
  }
  if (loader.includes('TokenSource')) return 'late'
  return loader.includes('BearerToken') ? 'once' : undefined
}

/** The text of a function, to the brace that ends it. */
function bodyOf(text, signature) {
  const start = text.indexOf(signature)
  return start < 0 ? '' : text.slice(start, text.indexOf('\n}', start))
}
