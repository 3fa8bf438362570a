// Reads tables of an Iceberg catalog of type hadoop, with their equality deletes, by an implementation that shares no code
// with Iceberg's own, and holds them against answers of epdi query: the same rows, numbers to nine digits.
// usage: node read-iceberg.mjs NAMESPACE_DIR ANSWERS_DIR, whose files TABLE.json hold arrays of rows; materials and all_materials
// are among them, and some results are replaced
import { readFileSync, readdirSync, openSync, readSync, statSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { icebergRead } from 'icebird'

// The library reads by HTTP; these are files.
globalThis.fetch = async (address, options = {}) => {
  const file = fileURLToPath(String(address).replace(/^file:\/*/, 'file:///'))
  const size = statSync(file).size
  if (options.method === 'HEAD') return new Response(null, { headers: { 'content-length': String(size) } })
  const range = /bytes=(\d+)-(\d*)/.exec(new Headers(options.headers).get('range') ?? '')
  const from = range ? Number(range[1]) : 0
  const to = range && range[2] ? Math.min(Number(range[2]) + 1, size) : size
  const bytes = Buffer.alloc(to - from)
  const handle = openSync(file)
  readSync(handle, bytes, 0, bytes.length, from)
  closeSync(handle)
  return new Response(bytes, { status: range ? 206 : 200 })
}

// One text for a value, whatever types the two sides have for it.
function text(value) {
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value).toPrecision(9)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `[${value.map(text)}]`
  if (typeof value === 'object') return `{${Object.keys(value).sort().map(k => `${k}:${text(value[k])}`)}}`
  return String(value)
}

const [namespace, answers] = process.argv.slice(2)
let problems = 0
const sizes = {}
for (const name of readdirSync(answers).filter(n => n.endsWith('.json'))) {
  const table = name.replace('.json', '')
  const expected = JSON.parse(readFileSync(join(answers, name), 'utf8'))
  const found = await icebergRead({ tableUrl: pathToFileURL(join(namespace, table)).href })
  // Each side leaves out what is null, so the columns are those of all rows.
  const columns = [...new Set([...expected, ...found].flatMap(r => Object.keys(r)))].sort()
  sizes[table] = expected.length
  const row = r => columns.map(c => text(r[c])).join('|')
  const [ours, theirs] = [expected.map(row).sort(), found.map(row).sort()]
  const same = ours.length === theirs.length && ours.every((line, i) => line === theirs[i])
  if (!same) {
    problems++
    const i = ours.findIndex((line, j) => line !== theirs[j])
    console.error(`${table}: expected ${ours.length} rows, found ${theirs.length}; first difference:\n  ${ours[i]}\n  ${theirs[i]}`)
  } else console.log(`${table}: ${ours.length} rows, the same`)
}
if (!(sizes.materials > 0 && sizes.all_materials > sizes.materials)) {
  problems++
  console.error(`expected materials with results that a later run has replaced, found ${JSON.stringify(sizes)}`)
}
process.exit(problems > 0 ? 1 : 0)
