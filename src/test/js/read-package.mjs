// Holds the descriptions of a package of results against implementations that are not ours: RO-Crate's own validator, and
// JSON-LD's processor in the mode that refuses every word for which no context has a meaning.
// usage: node read-package.mjs PACKAGE_DIR
import { createRequire } from 'node:module'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'

const require = createRequire(import.meta.url)

// The only document that is not in the package: RO-Crate's context. The library brings along that of version 1.2, which stands
// here for 1.1 as well: a word that only 1.2 has would pass.
const context = require('ro-crate/lib/context.json')
async function documentLoader(url) {
  if (!/^https:\/\/w3id\.org\/ro\/crate\/1\.\d\/context$/.test(url)) throw new Error(`expected no other context, found ${url}`)
  return { documentUrl: url, document: context }
}
globalThis.fetch = async url => new Response(JSON.stringify((await documentLoader(String(url))).document))

const { Validator } = require('ro-crate')
const directory = process.argv[2]
const json = name => JSON.parse(readFileSync(join(directory, name), 'utf8'))
const problems = []

async function expanded(name) {
  try {
    return await jsonld.expand(json(name), { safe: true, base: 'file:///package/', documentLoader })
  } catch (e) {
    problems.push(`${name}: ${e.message} ${JSON.stringify(e.details ?? {})}`)
    return []
  }
}

const text = JSON.stringify(await expanded('croissant.json'))
const count = word => text.split(`"http://mlcommons.org/croissant/${word}"`).length - 1
const found = Object.fromEntries(['recordSet', 'RecordSet', 'field', 'Field', 'column'].map(word => [word, count(word)]))
if (!(found.recordSet === 1 && found.field === found.RecordSet && found.Field > 100 && found.column >= found.Field)) {
  problems.push(`croissant.json: expected record sets with fields of columns, found ${JSON.stringify(found)}`)
}
await expanded('ro-crate-metadata.json')

const validator = new Validator()
validator.parseJSON(json('ro-crate-metadata.json'))
await validator.crate.resolveContext()
validator.rootDataEntity()
const files = {}
for (const name of readdirSync(directory, { recursive: true })) {
  files[name] = { exists: true, inCrate: false, isDir: statSync(join(directory, name)).isDirectory() }
}
validator.checkFiles(files)
const passed = validator.results.filter(r => r.status === 'success')
validator.results.filter(r => r.status === 'error').forEach(r => problems.push(`ro-crate-metadata.json: ${r.message} ${r.entity ?? ''}`))
if (passed.length < 8) problems.push(`ro-crate-metadata.json: expected that its rules are asked, found ${passed.length} answers`)

problems.forEach(problem => console.error(problem))
if (problems.length === 0) console.log(`package: ${found.RecordSet} record sets, ${found.Field} fields, ${passed.length} rules of RO-Crate`)
process.exit(problems.length > 0 ? 1 : 0)
