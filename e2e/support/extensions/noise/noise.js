/**
 * Adds noise to what fingerprints are made of, as privacy extensions do from the page's own world: canvas, WebGL's names, audio, the
 * number of cores, memory, plugins. Workers keep the plain values: an extension's script does not run there.
 */
{
  const seed = Math.floor(Math.random() * 0xffff)
  const answer = (owner, name, get) => {
    const held = Object.getOwnPropertyDescriptor(owner, name)
    if (held) Object.defineProperty(owner, name, { ...held, get })
  }
  answer(Navigator.prototype, 'hardwareConcurrency', () => 2 + (seed % 7))
  answer(Navigator.prototype, 'deviceMemory', () => [2, 4, 8][seed % 3])
  answer(Navigator.prototype, 'plugins', () => [])
  const read = CanvasRenderingContext2D.prototype.getImageData
  CanvasRenderingContext2D.prototype.getImageData = function (...given) {
    const image = read.apply(this, given)
    for (let at = seed % 97; at < image.data.length; at += 97) image.data[at] ^= 1
    return image
  }
  const toUrl = HTMLCanvasElement.prototype.toDataURL
  HTMLCanvasElement.prototype.toDataURL = function (...given) {
    const context = this.getContext('2d')
    if (context) context.putImageData(context.getImageData(0, 0, this.width, this.height), 0, 0)
    return toUrl.apply(this, given)
  }
  for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const parameter = kind.prototype.getParameter
    kind.prototype.getParameter = function (name) {
      return name === 0x9245 || name === 0x9246 ? seed.toString(36) : parameter.call(this, name)
    }
  }
  const samples = AudioBuffer.prototype.getChannelData
  AudioBuffer.prototype.getChannelData = function (channel) {
    const data = samples.call(this, channel)
    for (let at = seed % 97; at < data.length; at += 97) data[at] += 1e-7
    return data
  }
}
