// Makes a picture of a page smaller: the 256 most frequent colours instead of all of them. https://www.w3.org/TR/png-3/

import { deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE_LENGTH = 8
const MOST_COLOURS = 256
const RGB = 2
const PALETTE = 3

/** A PNG file of 8 bits a channel without transparency, as Chromium writes it, with a palette. */
export function withPalette(png) {
  const { width, height, rows } = decoded(png)
  const counts = new Map()
  for (let at = 0; at < rows.length; at += 3) {
    const colour = rows.readUIntBE(at, 3)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const colours = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour)
  const palette = colours.slice(0, MOST_COLOURS)
  const indices = new Map(colours.map(colour => [colour, nearest(colour, palette)]))
  const pixels = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      pixels[y * (width + 1) + 1 + x] = indices.get(rows.readUIntBE((y * width + x) * 3, 3))
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, PALETTE, 0, 0, 0], 8)
  return Buffer.concat([
    png.subarray(0, SIGNATURE_LENGTH),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function decoded(png) {
  const parts = []
  let [width, height] = [0, 0]
  for (let at = SIGNATURE_LENGTH; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') {
      width = data.readUInt32BE(0)
      height = data.readUInt32BE(4)
      if (data[8] !== 8 || data[9] !== RGB || data[12] !== 0) throw new Error('not a picture of 8-bit RGB')
    }
    if (type === 'IDAT') parts.push(data)
    at += length + 12
  }
  return { width, height, rows: unfiltered(inflateSync(Buffer.concat(parts)), width * 3, height) }
}

/** Undoes the filter of each row. https://www.w3.org/TR/png-3/#9Filter-types */
function unfiltered(raw, length, height) {
  const rows = Buffer.alloc(length * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (length + 1)]
    for (let x = 0; x < length; x++) {
      const left = x < 3 ? 0 : rows[y * length + x - 3]
      const up = y === 0 ? 0 : rows[(y - 1) * length + x]
      const corner = x < 3 || y === 0 ? 0 : rows[(y - 1) * length + x - 3]
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]
      rows[y * length + x] = raw[y * (length + 1) + 1 + x] + predicted
    }
  }
  return rows
}

function paeth(left, up, corner) {
  const [toLeft, toUp, toCorner] = [left, up, corner].map(value => Math.abs(left + up - corner - value))
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function nearest(colour, palette) {
  const own = channels(colour)
  const distances = palette.map(other =>
    channels(other).reduce((sum, channel, index) => sum + (channel - own[index]) ** 2, 0)
  )
  return distances.indexOf(Math.min(...distances))
}

function channels(colour) {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(checksum(body))
  return Buffer.concat([length, body, check])
}

/** `zlib.crc32` exists from Node 22.2 on. */
function checksum(bytes) {
  let sum = 0xff_ff_ff_ff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xed_b8_83_20 : sum >>> 1
  }
  return ~sum >>> 0
}
