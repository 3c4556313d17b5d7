# Everyday tasks: `just` lists them. CONTRIBUTING.md gives the same commands without `just`.

_list:
    @just --list --unsorted

# Open the window
run *arguments:
    cargo run --release -- {{ arguments }}

# Draw the map of an indicator, without a window
map indicator="indice_vecchiaia" output="mappa.png" *options:
    cargo run --release --bin atlante-cli -- figure map --indicator {{ indicator }} -o {{ output }} {{ options }}

# Run the tests, or those whose name holds a word
test *words:
    cargo test {{ words }}

# Read every sentence of every figure (hours); a plain `just test` reads a sample of them
sentences:
    ATLANTE_SENTENCES=all cargo test --test it sentences:: -- --nocapture

# Make the pictures of the guide anew; look at each before it is committed
guide:
    ATLANTE_GUIDE_PICTURES={{ justfile_directory() }}/docs/guida/immagini cargo test --test it guide_pictures::

# Damage the files that every reader is tried on, for so many seconds
fuzz seconds="60":
    ATLANTE_FUZZ_SECONDS={{ seconds }} cargo test --test it fuzz:: -- --nocapture

# Everything that is checked before a change is accepted
ci:
    .ci/run

# Format the code
fmt:
    cargo fmt

# Lint, warnings being errors
lint:
    cargo clippy --all-targets -- -D warnings

# Build the documentation, warnings being errors
doc *options:
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps {{ options }}

# Measure
bench *words:
    cargo bench {{ words }}

# Check that maps/ and sample_data/ are what their sources give (needs Python with pyarrow, and the network)
data *options="--check":
    python3 packaging/build_data.py {{ options }}

# List again the crates the program is made of, after a change of Cargo.lock
notices:
    python3 packaging/third_party.py

# Make the Debian package
deb:
    cargo build --profile dist
    packaging/build_deb.sh

# Make the setup and the zip for Windows
windows:
    packaging/build_windows.sh
