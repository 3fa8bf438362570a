// Reads every table of a run's newest manifest with hyparquet and holds it against data-schemas: columns, order,
// types, nulls, units and descriptions of the files, and each row against its JSON Schema.
// usage: node read-parquet.mjs OUTPUT_DIR DATA_SCHEMAS_DIR
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv/dist/2020.js'
import { parquetReadObjects, parquetMetadata, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const [output, schemas] = process.argv.slice(2)
const manifests = readdirSync(join(output, '_manifests')).filter(n => /^\d+\.json$/.test(n))
manifests.sort((p, q) => parseInt(p) - parseInt(q))
const manifest = JSON.parse(readFileSync(join(output, '_manifests', manifests.at(-1)), 'utf8'))

// Keywords that begin with x- say things that JSON Schema does not check; all others must be known to it.
const ajv = new Ajv({ strict: false, allErrors: true })
const physicalTypes = { string: 'BYTE_ARRAY', boolean: 'BOOLEAN', int: 'INT32', bigint: 'INT64', double: 'DOUBLE' }

let problems = 0
function expect(what, expected, found) {
  if (JSON.stringify(expected) !== JSON.stringify(found)) {
    console.error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`)
    problems++
    return false
  }
  return true
}

function local(path) {
  if (path.startsWith('file:')) return fileURLToPath(path.replace(/^file:\/*/, 'file:///'))
  return path.startsWith('/') ? path : join(output, path)
}

// What a document says of a column, and what a file's footer says of it in the metadata that Spark puts there.
function documented([name, property], required) {
  const unit = property['x-optimade-unit']
  return {
    name,
    nullable: !required.includes(name),
    unit: ['dimensionless', 'inapplicable'].includes(unit) ? undefined : unit,
    description: property.description,
    key: property['x-epdi-key'],
    since: property['x-epdi-since'],
  }
}

function inFooter({ name, nullable, metadata }) {
  return { name, nullable, unit: metadata.unit, description: metadata.comment, key: metadata.key, since: metadata.since }
}

// The numbers that lie in a column, or in the lists of it.
function leaf(node) {
  return node.children.length === 0 ? node : leaf(node.children[0])
}

// A row as JSON has it: numbers that are not BigInt.
function plain(row) {
  return JSON.parse(JSON.stringify(row, (_, value) => typeof value === 'bigint' ? Number(value) : value))
}

function checkFooter(table, schema, metadata) {
  const properties = Object.entries(schema.properties)
  const columns = parquetSchema(metadata).children
  const row = metadata.key_value_metadata.find(e => e.key === 'org.apache.spark.sql.parquet.row.metadata')
  const fields = JSON.parse(row.value).fields
  const names = properties.map(([name]) => name)
  const same = [columns.map(c => c.element.name), fields.map(f => f.name)]
    .map(found => expect(`${table}: columns`, names, found))
  if (same.includes(false)) return 0
  columns.forEach((column, i) => {
    const [name, property] = properties[i]
    const physical = physicalTypes[property['x-epdi-spark-type'].replace(/^(array<)+|>+$/g, '')]
    if (physical) expect(`${table}.${name}: type`, physical, leaf(column).element.type)
    const repetition = schema.required.includes(name) ? 'REQUIRED' : 'OPTIONAL'
    expect(`${table}.${name}: repetition`, repetition, column.element.repetition_type)
  })
  fields.forEach((field, i) =>
    expect(`${table}.${field.name}: metadata`, documented(properties[i], schema.required), inFooter(field)))
  expect(`${table}: version`, schema['x-epdi-schema-version'], fields[0].metadata.schema_version)
  return fields.filter(field => field.metadata.unit).length
}

for (const [table, files] of Object.entries(manifest.tables)) {
  const schema = JSON.parse(readFileSync(join(schemas, `${table}.json`), 'utf8'))
  const validate = ajv.compile(schema)
  let rows = 0
  let withUnit = 0
  for (const file of files) {
    const bytes = readFileSync(local(file.path))
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    const metadata = parquetMetadata(buffer)
    withUnit = checkFooter(table, schema, metadata)
    const found = await parquetReadObjects({ file: buffer, metadata, compressors })
    expect(`${table}: rows in ${file.path}`, Number(file.rows), found.length)
    const bad = found.findIndex(row => !validate(plain(row)))
    if (bad >= 0) {
      console.error(`${table}: row ${bad} does not fit its schema: ${ajv.errorsText(validate.errors)}`)
      problems++
    }
    rows += found.length
  }
  console.log(`${table}: ${rows} rows, ${Object.keys(schema.properties).length} columns, ${withUnit} with a unit`)
}
if (Object.keys(manifest.tables).length === 0) problems++
process.exit(problems === 0 ? 0 : 1)
