// Reads every table of a run's newest manifest with hyparquet and holds it against data-schemas.
// usage: node read-parquet.mjs OUTPUT_DIR DATA_SCHEMAS_DIR
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parquetReadObjects, parquetMetadata, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const [output, schemas] = process.argv.slice(2)
const manifests = readdirSync(join(output, '_manifests')).filter(n => /^\d+\.json$/.test(n))
manifests.sort((p, q) => parseInt(p) - parseInt(q))
const manifest = JSON.parse(readFileSync(join(output, '_manifests', manifests.at(-1)), 'utf8'))

function local(path) {
  if (path.startsWith('file:')) return fileURLToPath(path.replace(/^file:\/*/, 'file:///'))
  return path.startsWith('/') ? path : join(output, path)
}

let problems = 0
for (const [table, files] of Object.entries(manifest.tables)) {
  const schema = JSON.parse(readFileSync(join(schemas, `${table}.json`), 'utf8'))
  const documented = Object.keys(schema.properties)
  let rows = 0
  for (const file of files) {
    const bytes = readFileSync(local(file.path))
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    const metadata = parquetMetadata(buffer)
    const columns = parquetSchema(metadata).children.map(c => c.element.name)
    if (columns.join() !== documented.join()) {
      console.error(`${table}: expected columns ${documented}, found ${columns}`)
      problems++
    }
    const found = await parquetReadObjects({ file: buffer, metadata, compressors })
    if (found.length !== Number(file.rows)) {
      console.error(`${table}: expected ${file.rows} rows in ${file.path}, found ${found.length}`)
      problems++
    }
    rows += found.length
  }
  console.log(`${table}: ${rows} rows, ${documented.length} columns`)
}
if (Object.keys(manifest.tables).length === 0) problems++
process.exit(problems === 0 ? 0 : 1)
