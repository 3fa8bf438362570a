#!/usr/bin/env bash
# Draws the README's picture, jobs/overview.svg, from the demo by the program's own commands.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$home"
material=MoS2-Ti
grid="jobs/demo/grids/$material.cube.gz"
made="$(mktemp -d)"
trap 'rm -rf "$made"' EXIT

if [[ ! -f target/epdi-screen.jar || -n "$(find pom.xml src/main -newer target/epdi-screen.jar -print -quit)" ]]; then
  mvn -B -q -DskipTests package
fi
jobs/epdi screen --quiet --campaign jobs/demo/campaign.yaml --set "output=$made/results"
jobs/epdi report --quiet --output "$made/results" --figures "$made/figures"

# Of the material's paths the easiest that leaves the place where lithium binds most strongly.
jobs/epdi query --output "$made/results" --to "$made/path.json" --param "m=$material" "
  SELECT m.material_id, m.host, m.dopants, b.side, b.path_id, b.energies_ev,
    array(b.start_site, split(b.path_id, '-')[0], b.middle_site, split(b.path_id, '-')[2], b.end_site) AS sites
  FROM materials m JOIN barriers b USING (material_id, side)
  WHERE m.material_id = :m ORDER BY b.energies_ev[0], b.forward_barrier_ev LIMIT 1"
jobs/epdi query --output "$made/results" --to "$made/ranking.json" \
  "SELECT material_id, percolation_2d_ev FROM materials ORDER BY percolation_2d_ev, material_id"

# A value of a small JSON document by the names that lead to it.
value() {
  # shellcheck disable=SC2016  # the dollars are JavaScript's
  node -e 'const [file, ...names] = process.argv.slice(1);
    let at = JSON.parse(require("fs").readFileSync(file, "utf8"));
    for (const name of names) { at = at[name]; }
    if (at === undefined || at === null) { throw new Error(`Cannot find ${names} in ${file}`); }
    console.log(String(at));' "$@"
}
path="$(value "$made/path.json" 0 path_id)"
side="$(value "$made/path.json" 0 side)"
sites="$(value "$made/path.json" 0 sites)"
cp "$made/figures/$material-$side-$path.svg" "$made/curve.svg"

# As a network gets it, by the image bundle's own settings; of several heights the lowest.
bundle=jobs/demo/bundle/bundle.json
jobs/epdi render "$grid" --quiet --out "$made/rendered" --side "$side" --sites "$sites" \
  --height "$(value "$bundle" image heights_angstrom 0)" --window "$(value "$bundle" image window_angstrom)" \
  --pixels "$(value "$bundle" image pixels)" --vmin "$(value "$bundle" image vmin_ev)" \
  --vmax "$(value "$bundle" image vmax_ev)"
mkdir "$made/images"
for site in ${sites//,/ }; do
  cp "$made/rendered/${material}_${side}_$site.png" "$made/images/$site.png"
done
jobs/epdi render "$grid" --quiet --out "$made/plane" --side "$side" --sites "${sites%%,*}" --height 1.5 \
  --window 12 --fit-colors --color-bar --scale-bar --atoms
cp "$made/plane/${material}_${side}_${sites%%,*}.png" "$made/plane.png"

java -Djava.awt.headless=true -Dfile.encoding=UTF-8 -cp "target/lib/*" src/build/Overview.java "$made" jobs/overview.svg
