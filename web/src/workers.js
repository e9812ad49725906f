// Monaco's workers, from our own files: the build writes their names into WORKER_FILES.
const FILES = WORKER_FILES;

globalThis.MonacoEnvironment = {
  getWorker(_, label) {
    const file = FILES[label] ?? FILES.editor;
    return new Worker(new URL(file, import.meta.url), { type: "module", name: label });
  },
};
