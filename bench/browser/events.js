// The part of Node's `events` that PouchDB uses: a browser has none, and PouchDB's browser edition does not bring one.
// Plain functions on a prototype, because PouchDB copies them from there by name.
export function EventEmitter() {}

const listenersOf = (emitter, event) => emitter.heard?.[event] ?? [];

Object.assign(EventEmitter.prototype, {
  on(event, listener) {
    this.heard = { ...this.heard, [event]: [...listenersOf(this, event), listener] };
    return this;
  },
  once(event, listener) {
    const heard = (...values) => {
      this.removeListener(event, heard);
      listener.apply(this, values);
    };
    return this.on(event, heard);
  },
  removeListener(event, listener) {
    this.heard = { ...this.heard, [event]: listenersOf(this, event).filter((other) => other !== listener) };
    return this;
  },
  removeAllListeners(event) {
    this.heard = event === undefined ? {} : { ...this.heard, [event]: [] };
    return this;
  },
  emit(event, ...values) {
    const listeners = listenersOf(this, event);
    for (const listener of listeners) listener.apply(this, values);
    return listeners.length > 0;
  },
  listeners(event) {
    return listenersOf(this, event);
  },
  listenerCount(event) {
    return listenersOf(this, event).length;
  },
  setMaxListeners() {
    return this;
  },
});

export default EventEmitter;
