/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
"use strict";

var $protobuf = require("protobufjs/minimal");

// Common aliases
var $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
var $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
var $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

$root.parley = (function() {

    /**
     * Namespace parley.
     * @exports parley
     * @namespace
     */
    var parley = {};

    parley.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof parley
         * @namespace
         */
        var v1 = {};

        v1.AudioFrame = (function() {

            /**
             * Properties of an AudioFrame.
             * @typedef {Object} parley.v1.AudioFrame.$Properties
             * @property {number|null} [startSample] AudioFrame startSample
             * @property {number|null} [sampleRate] AudioFrame sampleRate
             * @property {Uint8Array|null} [pcm] AudioFrame pcm
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AudioFrame.
             * @memberof parley.v1
             * @interface IAudioFrame
             * @augments parley.v1.AudioFrame.$Properties
             * @deprecated Use parley.v1.AudioFrame.$Properties instead.
             */

            /**
             * Shape of an AudioFrame.
             * @typedef {parley.v1.AudioFrame.$Properties} parley.v1.AudioFrame.$Shape
             */

            /**
             * Constructs a new AudioFrame.
             * @memberof parley.v1
             * @classdesc Represents an AudioFrame.
             * @constructor
             * @param {parley.v1.AudioFrame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var AudioFrame = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AudioFrame startSample.
             * @member {number} startSample
             * @memberof parley.v1.AudioFrame
             * @instance
             */
            AudioFrame.prototype.startSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * AudioFrame sampleRate.
             * @member {number} sampleRate
             * @memberof parley.v1.AudioFrame
             * @instance
             */
            AudioFrame.prototype.sampleRate = 0;

            /**
             * AudioFrame pcm.
             * @member {Uint8Array} pcm
             * @memberof parley.v1.AudioFrame
             * @instance
             */
            AudioFrame.prototype.pcm = $util.newBuffer([]);

            /**
             * Encodes the specified AudioFrame message. Does not implicitly {@link parley.v1.AudioFrame.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.AudioFrame
             * @static
             * @param {parley.v1.AudioFrame.$Properties} message AudioFrame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AudioFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.startSample != null && $Object.hasOwnProperty.call(message, "startSample") && (typeof message.startSample === "object" ? message.startSample.low || message.startSample.high : message.startSample !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.startSample);
                if (message.sampleRate != null && $Object.hasOwnProperty.call(message, "sampleRate") && message.sampleRate !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.sampleRate);
                if (message.pcm != null && $Object.hasOwnProperty.call(message, "pcm") && message.pcm.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.pcm);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AudioFrame message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.AudioFrame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.AudioFrame & parley.v1.AudioFrame.$Shape} AudioFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AudioFrame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.AudioFrame();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.startSample = value;
                            else
                                delete message.startSample;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sampleRate = value;
                            else
                                delete message.sampleRate;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.pcm = value;
                            else
                                delete message.pcm;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AudioFrame;
        })();

        v1.WordTime = (function() {

            /**
             * Properties of a WordTime.
             * @typedef {Object} parley.v1.WordTime.$Properties
             * @property {string|null} [text] WordTime text
             * @property {number|null} [startMs] WordTime startMs
             * @property {number|null} [endMs] WordTime endMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WordTime.
             * @memberof parley.v1
             * @interface IWordTime
             * @augments parley.v1.WordTime.$Properties
             * @deprecated Use parley.v1.WordTime.$Properties instead.
             */

            /**
             * Shape of a WordTime.
             * @typedef {parley.v1.WordTime.$Properties} parley.v1.WordTime.$Shape
             */

            /**
             * Constructs a new WordTime.
             * @memberof parley.v1
             * @classdesc Represents a WordTime.
             * @constructor
             * @param {parley.v1.WordTime.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var WordTime = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WordTime text.
             * @member {string} text
             * @memberof parley.v1.WordTime
             * @instance
             */
            WordTime.prototype.text = "";

            /**
             * WordTime startMs.
             * @member {number} startMs
             * @memberof parley.v1.WordTime
             * @instance
             */
            WordTime.prototype.startMs = 0;

            /**
             * WordTime endMs.
             * @member {number} endMs
             * @memberof parley.v1.WordTime
             * @instance
             */
            WordTime.prototype.endMs = 0;

            /**
             * Encodes the specified WordTime message. Does not implicitly {@link parley.v1.WordTime.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.WordTime
             * @static
             * @param {parley.v1.WordTime.$Properties} message WordTime message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WordTime.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.text);
                if (message.startMs != null && $Object.hasOwnProperty.call(message, "startMs") && message.startMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.startMs);
                if (message.endMs != null && $Object.hasOwnProperty.call(message, "endMs") && message.endMs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.endMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WordTime message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.WordTime
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.WordTime & parley.v1.WordTime.$Shape} WordTime
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WordTime.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.WordTime();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.startMs = value;
                            else
                                delete message.startMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.endMs = value;
                            else
                                delete message.endMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WordTime;
        })();

        v1.ToEngine = (function() {

            /**
             * Properties of a ToEngine.
             * @typedef {Object} parley.v1.ToEngine.$Properties
             * @property {parley.v1.EngineStart.$Properties|null} [start] ToEngine start
             * @property {parley.v1.EngineWork.$Properties|null} [work] ToEngine work
             * @property {parley.v1.EngineCancel.$Properties|null} [cancel] ToEngine cancel
             * @property {parley.v1.EngineHealthRequest.$Properties|null} [health] ToEngine health
             * @property {parley.v1.EngineStop.$Properties|null} [stop] ToEngine stop
             * @property {"start"|"work"|"cancel"|"health"|"stop"} [message] ToEngine message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ToEngine.
             * @memberof parley.v1
             * @interface IToEngine
             * @augments parley.v1.ToEngine.$Properties
             * @deprecated Use parley.v1.ToEngine.$Properties instead.
             */

            /**
             * Narrowed shape of a ToEngine.
             * @typedef {{
             *   start?: parley.v1.EngineStart.$Shape|null;
             *   work?: parley.v1.EngineWork.$Shape|null;
             *   cancel?: parley.v1.EngineCancel.$Shape|null;
             *   health?: parley.v1.EngineHealthRequest.$Shape|null;
             *   stop?: parley.v1.EngineStop.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ message?: undefined; start?: null; work?: null; cancel?: null; health?: null; stop?: null }|{ message?: "start"; start: parley.v1.EngineStart.$Shape; work?: null; cancel?: null; health?: null; stop?: null }|{ message?: "work"; start?: null; work: parley.v1.EngineWork.$Shape; cancel?: null; health?: null; stop?: null }|{ message?: "cancel"; start?: null; work?: null; cancel: parley.v1.EngineCancel.$Shape; health?: null; stop?: null }|{ message?: "health"; start?: null; work?: null; cancel?: null; health: parley.v1.EngineHealthRequest.$Shape; stop?: null }|{ message?: "stop"; start?: null; work?: null; cancel?: null; health?: null; stop: parley.v1.EngineStop.$Shape })
             * )} parley.v1.ToEngine.$Shape
             */

            /**
             * Constructs a new ToEngine.
             * @memberof parley.v1
             * @classdesc Represents a ToEngine.
             * @constructor
             * @param {parley.v1.ToEngine.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var ToEngine = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ToEngine start.
             * @member {parley.v1.EngineStart.$Properties|null|undefined} start
             * @memberof parley.v1.ToEngine
             * @instance
             */
            ToEngine.prototype.start = null;

            /**
             * ToEngine work.
             * @member {parley.v1.EngineWork.$Properties|null|undefined} work
             * @memberof parley.v1.ToEngine
             * @instance
             */
            ToEngine.prototype.work = null;

            /**
             * ToEngine cancel.
             * @member {parley.v1.EngineCancel.$Properties|null|undefined} cancel
             * @memberof parley.v1.ToEngine
             * @instance
             */
            ToEngine.prototype.cancel = null;

            /**
             * ToEngine health.
             * @member {parley.v1.EngineHealthRequest.$Properties|null|undefined} health
             * @memberof parley.v1.ToEngine
             * @instance
             */
            ToEngine.prototype.health = null;

            /**
             * ToEngine stop.
             * @member {parley.v1.EngineStop.$Properties|null|undefined} stop
             * @memberof parley.v1.ToEngine
             * @instance
             */
            ToEngine.prototype.stop = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * ToEngine message.
             * @member {"start"|"work"|"cancel"|"health"|"stop"|undefined} message
             * @memberof parley.v1.ToEngine
             * @instance
             */
            $Object.defineProperty(ToEngine.prototype, "message", {
                get: $util.oneOfGetter($oneOfFields = ["start", "work", "cancel", "health", "stop"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified ToEngine message. Does not implicitly {@link parley.v1.ToEngine.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.ToEngine
             * @static
             * @param {parley.v1.ToEngine.$Properties} message ToEngine message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ToEngine.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.start != null && $Object.hasOwnProperty.call(message, "start"))
                    $root.parley.v1.EngineStart.encode(message.start, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.work != null && $Object.hasOwnProperty.call(message, "work"))
                    $root.parley.v1.EngineWork.encode(message.work, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel"))
                    $root.parley.v1.EngineCancel.encode(message.cancel, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.health != null && $Object.hasOwnProperty.call(message, "health"))
                    $root.parley.v1.EngineHealthRequest.encode(message.health, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.stop != null && $Object.hasOwnProperty.call(message, "stop"))
                    $root.parley.v1.EngineStop.encode(message.stop, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ToEngine message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.ToEngine
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.ToEngine & parley.v1.ToEngine.$Shape} ToEngine
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ToEngine.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.ToEngine();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.start = $root.parley.v1.EngineStart.decode(reader, reader.size(), $undefined, _depth + 1, message.start);
                            message.message = "start";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.work = $root.parley.v1.EngineWork.decode(reader, reader.size(), $undefined, _depth + 1, message.work);
                            message.message = "work";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.cancel = $root.parley.v1.EngineCancel.decode(reader, reader.size(), $undefined, _depth + 1, message.cancel);
                            message.message = "cancel";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.health = $root.parley.v1.EngineHealthRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.health);
                            message.message = "health";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.stop = $root.parley.v1.EngineStop.decode(reader, reader.size(), $undefined, _depth + 1, message.stop);
                            message.message = "stop";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ToEngine;
        })();

        v1.FromEngine = (function() {

            /**
             * Properties of a FromEngine.
             * @typedef {Object} parley.v1.FromEngine.$Properties
             * @property {parley.v1.EngineReady.$Properties|null} [ready] FromEngine ready
             * @property {parley.v1.EngineResult.$Properties|null} [result] FromEngine result
             * @property {parley.v1.EngineDone.$Properties|null} [done] FromEngine done
             * @property {parley.v1.EngineFailed.$Properties|null} [failed] FromEngine failed
             * @property {parley.v1.EngineHealth.$Properties|null} [health] FromEngine health
             * @property {"ready"|"result"|"done"|"failed"|"health"} [message] FromEngine message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a FromEngine.
             * @memberof parley.v1
             * @interface IFromEngine
             * @augments parley.v1.FromEngine.$Properties
             * @deprecated Use parley.v1.FromEngine.$Properties instead.
             */

            /**
             * Narrowed shape of a FromEngine.
             * @typedef {{
             *   ready?: parley.v1.EngineReady.$Shape|null;
             *   result?: parley.v1.EngineResult.$Shape|null;
             *   done?: parley.v1.EngineDone.$Shape|null;
             *   failed?: parley.v1.EngineFailed.$Shape|null;
             *   health?: parley.v1.EngineHealth.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ message?: undefined; ready?: null; result?: null; done?: null; failed?: null; health?: null }|{ message?: "ready"; ready: parley.v1.EngineReady.$Shape; result?: null; done?: null; failed?: null; health?: null }|{ message?: "result"; ready?: null; result: parley.v1.EngineResult.$Shape; done?: null; failed?: null; health?: null }|{ message?: "done"; ready?: null; result?: null; done: parley.v1.EngineDone.$Shape; failed?: null; health?: null }|{ message?: "failed"; ready?: null; result?: null; done?: null; failed: parley.v1.EngineFailed.$Shape; health?: null }|{ message?: "health"; ready?: null; result?: null; done?: null; failed?: null; health: parley.v1.EngineHealth.$Shape })
             * )} parley.v1.FromEngine.$Shape
             */

            /**
             * Constructs a new FromEngine.
             * @memberof parley.v1
             * @classdesc Represents a FromEngine.
             * @constructor
             * @param {parley.v1.FromEngine.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var FromEngine = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * FromEngine ready.
             * @member {parley.v1.EngineReady.$Properties|null|undefined} ready
             * @memberof parley.v1.FromEngine
             * @instance
             */
            FromEngine.prototype.ready = null;

            /**
             * FromEngine result.
             * @member {parley.v1.EngineResult.$Properties|null|undefined} result
             * @memberof parley.v1.FromEngine
             * @instance
             */
            FromEngine.prototype.result = null;

            /**
             * FromEngine done.
             * @member {parley.v1.EngineDone.$Properties|null|undefined} done
             * @memberof parley.v1.FromEngine
             * @instance
             */
            FromEngine.prototype.done = null;

            /**
             * FromEngine failed.
             * @member {parley.v1.EngineFailed.$Properties|null|undefined} failed
             * @memberof parley.v1.FromEngine
             * @instance
             */
            FromEngine.prototype.failed = null;

            /**
             * FromEngine health.
             * @member {parley.v1.EngineHealth.$Properties|null|undefined} health
             * @memberof parley.v1.FromEngine
             * @instance
             */
            FromEngine.prototype.health = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * FromEngine message.
             * @member {"ready"|"result"|"done"|"failed"|"health"|undefined} message
             * @memberof parley.v1.FromEngine
             * @instance
             */
            $Object.defineProperty(FromEngine.prototype, "message", {
                get: $util.oneOfGetter($oneOfFields = ["ready", "result", "done", "failed", "health"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified FromEngine message. Does not implicitly {@link parley.v1.FromEngine.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.FromEngine
             * @static
             * @param {parley.v1.FromEngine.$Properties} message FromEngine message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            FromEngine.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready"))
                    $root.parley.v1.EngineReady.encode(message.ready, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                    $root.parley.v1.EngineResult.encode(message.result, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.done != null && $Object.hasOwnProperty.call(message, "done"))
                    $root.parley.v1.EngineDone.encode(message.done, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.failed != null && $Object.hasOwnProperty.call(message, "failed"))
                    $root.parley.v1.EngineFailed.encode(message.failed, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.health != null && $Object.hasOwnProperty.call(message, "health"))
                    $root.parley.v1.EngineHealth.encode(message.health, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a FromEngine message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.FromEngine
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.FromEngine & parley.v1.FromEngine.$Shape} FromEngine
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            FromEngine.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.FromEngine();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.ready = $root.parley.v1.EngineReady.decode(reader, reader.size(), $undefined, _depth + 1, message.ready);
                            message.message = "ready";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.result = $root.parley.v1.EngineResult.decode(reader, reader.size(), $undefined, _depth + 1, message.result);
                            message.message = "result";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.done = $root.parley.v1.EngineDone.decode(reader, reader.size(), $undefined, _depth + 1, message.done);
                            message.message = "done";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.failed = $root.parley.v1.EngineFailed.decode(reader, reader.size(), $undefined, _depth + 1, message.failed);
                            message.message = "failed";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.health = $root.parley.v1.EngineHealth.decode(reader, reader.size(), $undefined, _depth + 1, message.health);
                            message.message = "health";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return FromEngine;
        })();

        v1.EngineStart = (function() {

            /**
             * Properties of an EngineStart.
             * @typedef {Object} parley.v1.EngineStart.$Properties
             * @property {Object.<string,string>|null} [files] EngineStart files
             * @property {Object.<string,string>|null} [settings] EngineStart settings
             * @property {number|null} [threads] EngineStart threads
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EngineStart.
             * @memberof parley.v1
             * @interface IEngineStart
             * @augments parley.v1.EngineStart.$Properties
             * @deprecated Use parley.v1.EngineStart.$Properties instead.
             */

            /**
             * Shape of an EngineStart.
             * @typedef {parley.v1.EngineStart.$Properties} parley.v1.EngineStart.$Shape
             */

            /**
             * Constructs a new EngineStart.
             * @memberof parley.v1
             * @classdesc Represents an EngineStart.
             * @constructor
             * @param {parley.v1.EngineStart.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var EngineStart = function (properties) {
                this.files = {};
                this.settings = {};
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EngineStart files.
             * @member {Object.<string,string>} files
             * @memberof parley.v1.EngineStart
             * @instance
             */
            EngineStart.prototype.files = $util.emptyObject;

            /**
             * EngineStart settings.
             * @member {Object.<string,string>} settings
             * @memberof parley.v1.EngineStart
             * @instance
             */
            EngineStart.prototype.settings = $util.emptyObject;

            /**
             * EngineStart threads.
             * @member {number} threads
             * @memberof parley.v1.EngineStart
             * @instance
             */
            EngineStart.prototype.threads = 0;

            /**
             * Encodes the specified EngineStart message. Does not implicitly {@link parley.v1.EngineStart.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.EngineStart
             * @static
             * @param {parley.v1.EngineStart.$Properties} message EngineStart message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EngineStart.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.files != null && $Object.hasOwnProperty.call(message, "files"))
                    for (var keys = $Object.keys(message.files), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.files[keys[i]]).ldelim();
                if (message.settings != null && $Object.hasOwnProperty.call(message, "settings"))
                    for (var keys = $Object.keys(message.settings), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.settings[keys[i]]).ldelim();
                if (message.threads != null && $Object.hasOwnProperty.call(message, "threads") && message.threads !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.threads);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EngineStart message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.EngineStart
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.EngineStart & parley.v1.EngineStart.$Shape} EngineStart
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EngineStart.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.EngineStart();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (message.files === $util.emptyObject)
                                message.files = {};
                            var end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                var tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.files, key);
                            message.files[key] = value;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (message.settings === $util.emptyObject)
                                message.settings = {};
                            var end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                var tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.settings, key);
                            message.settings[key] = value;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.threads = value;
                            else
                                delete message.threads;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EngineStart;
        })();

        v1.EngineReady = (function() {

            /**
             * Properties of an EngineReady.
             * @typedef {Object} parley.v1.EngineReady.$Properties
             * @property {string|null} [name] EngineReady name
             * @property {string|null} [version] EngineReady version
             * @property {number|null} [concurrency] EngineReady concurrency
             * @property {Object.<string,string>|null} [facts] EngineReady facts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EngineReady.
             * @memberof parley.v1
             * @interface IEngineReady
             * @augments parley.v1.EngineReady.$Properties
             * @deprecated Use parley.v1.EngineReady.$Properties instead.
             */

            /**
             * Shape of an EngineReady.
             * @typedef {parley.v1.EngineReady.$Properties} parley.v1.EngineReady.$Shape
             */

            /**
             * Constructs a new EngineReady.
             * @memberof parley.v1
             * @classdesc Represents an EngineReady.
             * @constructor
             * @param {parley.v1.EngineReady.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var EngineReady = function (properties) {
                this.facts = {};
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EngineReady name.
             * @member {string} name
             * @memberof parley.v1.EngineReady
             * @instance
             */
            EngineReady.prototype.name = "";

            /**
             * EngineReady version.
             * @member {string} version
             * @memberof parley.v1.EngineReady
             * @instance
             */
            EngineReady.prototype.version = "";

            /**
             * EngineReady concurrency.
             * @member {number} concurrency
             * @memberof parley.v1.EngineReady
             * @instance
             */
            EngineReady.prototype.concurrency = 0;

            /**
             * EngineReady facts.
             * @member {Object.<string,string>} facts
             * @memberof parley.v1.EngineReady
             * @instance
             */
            EngineReady.prototype.facts = $util.emptyObject;

            /**
             * Encodes the specified EngineReady message. Does not implicitly {@link parley.v1.EngineReady.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.EngineReady
             * @static
             * @param {parley.v1.EngineReady.$Properties} message EngineReady message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EngineReady.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.version);
                if (message.concurrency != null && $Object.hasOwnProperty.call(message, "concurrency") && message.concurrency !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.concurrency);
                if (message.facts != null && $Object.hasOwnProperty.call(message, "facts"))
                    for (var keys = $Object.keys(message.facts), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.facts[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EngineReady message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.EngineReady
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.EngineReady & parley.v1.EngineReady.$Shape} EngineReady
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EngineReady.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.EngineReady();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.concurrency = value;
                            else
                                delete message.concurrency;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (message.facts === $util.emptyObject)
                                message.facts = {};
                            var end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                var tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.facts, key);
                            message.facts[key] = value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EngineReady;
        })();

        v1.EngineWork = (function() {

            /**
             * Properties of an EngineWork.
             * @typedef {Object} parley.v1.EngineWork.$Properties
             * @property {number|null} [workId] EngineWork workId
             * @property {Uint8Array|null} [payload] EngineWork payload
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EngineWork.
             * @memberof parley.v1
             * @interface IEngineWork
             * @augments parley.v1.EngineWork.$Properties
             * @deprecated Use parley.v1.EngineWork.$Properties instead.
             */

            /**
             * Shape of an EngineWork.
             * @typedef {parley.v1.EngineWork.$Properties} parley.v1.EngineWork.$Shape
             */

            /**
             * Constructs a new EngineWork.
             * @memberof parley.v1
             * @classdesc Represents an EngineWork.
             * @constructor
             * @param {parley.v1.EngineWork.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var EngineWork = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EngineWork workId.
             * @member {number} workId
             * @memberof parley.v1.EngineWork
             * @instance
             */
            EngineWork.prototype.workId = 0;

            /**
             * EngineWork payload.
             * @member {Uint8Array} payload
             * @memberof parley.v1.EngineWork
             * @instance
             */
            EngineWork.prototype.payload = $util.newBuffer([]);

            /**
             * Encodes the specified EngineWork message. Does not implicitly {@link parley.v1.EngineWork.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.EngineWork
             * @static
             * @param {parley.v1.EngineWork.$Properties} message EngineWork message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EngineWork.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.workId != null && $Object.hasOwnProperty.call(message, "workId") && message.workId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.workId);
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.payload);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EngineWork message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.EngineWork
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.EngineWork & parley.v1.EngineWork.$Shape} EngineWork
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EngineWork.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.EngineWork();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.workId = value;
                            else
                                delete message.workId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.payload = value;
                            else
                                delete message.payload;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EngineWork;
        })();

        v1.EngineCancel = (function() {

            /**
             * Properties of an EngineCancel.
             * @typedef {Object} parley.v1.EngineCancel.$Properties
             * @property {number|null} [workId] EngineCancel workId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EngineCancel.
             * @memberof parley.v1
             * @interface IEngineCancel
             * @augments parley.v1.EngineCancel.$Properties
             * @deprecated Use parley.v1.EngineCancel.$Properties instead.
             */

            /**
             * Shape of an EngineCancel.
             * @typedef {parley.v1.EngineCancel.$Properties} parley.v1.EngineCancel.$Shape
             */

            /**
             * Constructs a new EngineCancel.
             * @memberof parley.v1
             * @classdesc Represents an EngineCancel.
             * @constructor
             * @param {parley.v1.EngineCancel.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var EngineCancel = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EngineCancel workId.
             * @member {number} workId
             * @memberof parley.v1.EngineCancel
             * @instance
             */
            EngineCancel.prototype.workId = 0;

            /**
             * Encodes the specified EngineCancel message. Does not implicitly {@link parley.v1.EngineCancel.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.EngineCancel
             * @static
             * @param {parley.v1.EngineCancel.$Properties} message EngineCancel message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EngineCancel.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.workId != null && $Object.hasOwnProperty.call(message, "workId") && message.workId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.workId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EngineCancel message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.EngineCancel
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.EngineCancel & parley.v1.EngineCancel.$Shape} EngineCancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EngineCancel.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.EngineCancel();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.workId = value;
                            else
                                delete message.workId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EngineCancel;
        })();

        v1.EngineResult = (function() {

            /**
             * Properties of an EngineResult.
             * @typedef {Object} parley.v1.EngineResult.$Properties
             * @property {number|null} [workId] EngineResult workId
             * @property {Uint8Array|null} [payload] EngineResult payload
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EngineResult.
             * @memberof parley.v1
             * @interface IEngineResult
             * @augments parley.v1.EngineResult.$Properties
             * @deprecated Use parley.v1.EngineResult.$Properties instead.
             */

            /**
             * Shape of an EngineResult.
             * @typedef {parley.v1.EngineResult.$Properties} parley.v1.EngineResult.$Shape
             */

            /**
             * Constructs a new EngineResult.
             * @memberof parley.v1
             * @classdesc Represents an EngineResult.
             * @constructor
             * @param {parley.v1.EngineResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var EngineResult = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EngineResult workId.
             * @member {number} workId
             * @memberof parley.v1.EngineResult
             * @instance
             */
            EngineResult.prototype.workId = 0;

            /**
             * EngineResult payload.
             * @member {Uint8Array} payload
             * @memberof parley.v1.EngineResult
             * @instance
             */
            EngineResult.prototype.payload = $util.newBuffer([]);

            /**
             * Encodes the specified EngineResult message. Does not implicitly {@link parley.v1.EngineResult.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.EngineResult
             * @static
             * @param {parley.v1.EngineResult.$Properties} message EngineResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EngineResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.workId != null && $Object.hasOwnProperty.call(message, "workId") && message.workId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.workId);
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.payload);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EngineResult message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.EngineResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.EngineResult & parley.v1.EngineResult.$Shape} EngineResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EngineResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.EngineResult();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.workId = value;
                            else
                                delete message.workId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.payload = value;
                            else
                                delete message.payload;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EngineResult;
        })();

        v1.EngineDone = (function() {

            /**
             * Properties of an EngineDone.
             * @typedef {Object} parley.v1.EngineDone.$Properties
             * @property {number|null} [workId] EngineDone workId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EngineDone.
             * @memberof parley.v1
             * @interface IEngineDone
             * @augments parley.v1.EngineDone.$Properties
             * @deprecated Use parley.v1.EngineDone.$Properties instead.
             */

            /**
             * Shape of an EngineDone.
             * @typedef {parley.v1.EngineDone.$Properties} parley.v1.EngineDone.$Shape
             */

            /**
             * Constructs a new EngineDone.
             * @memberof parley.v1
             * @classdesc Represents an EngineDone.
             * @constructor
             * @param {parley.v1.EngineDone.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var EngineDone = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EngineDone workId.
             * @member {number} workId
             * @memberof parley.v1.EngineDone
             * @instance
             */
            EngineDone.prototype.workId = 0;

            /**
             * Encodes the specified EngineDone message. Does not implicitly {@link parley.v1.EngineDone.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.EngineDone
             * @static
             * @param {parley.v1.EngineDone.$Properties} message EngineDone message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EngineDone.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.workId != null && $Object.hasOwnProperty.call(message, "workId") && message.workId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.workId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EngineDone message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.EngineDone
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.EngineDone & parley.v1.EngineDone.$Shape} EngineDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EngineDone.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.EngineDone();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.workId = value;
                            else
                                delete message.workId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EngineDone;
        })();

        v1.EngineFailed = (function() {

            /**
             * Properties of an EngineFailed.
             * @typedef {Object} parley.v1.EngineFailed.$Properties
             * @property {number|null} [workId] EngineFailed workId
             * @property {string|null} [code] EngineFailed code
             * @property {string|null} [message] EngineFailed message
             * @property {boolean|null} [retryable] EngineFailed retryable
             * @property {string|null} ["class"] EngineFailed class
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EngineFailed.
             * @memberof parley.v1
             * @interface IEngineFailed
             * @augments parley.v1.EngineFailed.$Properties
             * @deprecated Use parley.v1.EngineFailed.$Properties instead.
             */

            /**
             * Shape of an EngineFailed.
             * @typedef {parley.v1.EngineFailed.$Properties} parley.v1.EngineFailed.$Shape
             */

            /**
             * Constructs a new EngineFailed.
             * @memberof parley.v1
             * @classdesc Represents an EngineFailed.
             * @constructor
             * @param {parley.v1.EngineFailed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var EngineFailed = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EngineFailed workId.
             * @member {number} workId
             * @memberof parley.v1.EngineFailed
             * @instance
             */
            EngineFailed.prototype.workId = 0;

            /**
             * EngineFailed code.
             * @member {string} code
             * @memberof parley.v1.EngineFailed
             * @instance
             */
            EngineFailed.prototype.code = "";

            /**
             * EngineFailed message.
             * @member {string} message
             * @memberof parley.v1.EngineFailed
             * @instance
             */
            EngineFailed.prototype.message = "";

            /**
             * EngineFailed retryable.
             * @member {boolean} retryable
             * @memberof parley.v1.EngineFailed
             * @instance
             */
            EngineFailed.prototype.retryable = false;

            /**
             * EngineFailed class.
             * @member {string} class
             * @memberof parley.v1.EngineFailed
             * @instance
             */
            EngineFailed.prototype["class"] = "";

            /**
             * Encodes the specified EngineFailed message. Does not implicitly {@link parley.v1.EngineFailed.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.EngineFailed
             * @static
             * @param {parley.v1.EngineFailed.$Properties} message EngineFailed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EngineFailed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.workId != null && $Object.hasOwnProperty.call(message, "workId") && message.workId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.workId);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
                if (message.retryable != null && $Object.hasOwnProperty.call(message, "retryable") && message.retryable !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.retryable);
                if (message["class"] != null && $Object.hasOwnProperty.call(message, "class") && message["class"] !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message["class"]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EngineFailed message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.EngineFailed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.EngineFailed & parley.v1.EngineFailed.$Shape} EngineFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EngineFailed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.EngineFailed();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.workId = value;
                            else
                                delete message.workId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.retryable = value;
                            else
                                delete message.retryable;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message["class"] = value;
                            else
                                delete message["class"];
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EngineFailed;
        })();

        v1.EngineHealthRequest = (function() {

            /**
             * Properties of an EngineHealthRequest.
             * @typedef {Object} parley.v1.EngineHealthRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EngineHealthRequest.
             * @memberof parley.v1
             * @interface IEngineHealthRequest
             * @augments parley.v1.EngineHealthRequest.$Properties
             * @deprecated Use parley.v1.EngineHealthRequest.$Properties instead.
             */

            /**
             * Shape of an EngineHealthRequest.
             * @typedef {parley.v1.EngineHealthRequest.$Properties} parley.v1.EngineHealthRequest.$Shape
             */

            /**
             * Constructs a new EngineHealthRequest.
             * @memberof parley.v1
             * @classdesc Represents an EngineHealthRequest.
             * @constructor
             * @param {parley.v1.EngineHealthRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var EngineHealthRequest = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified EngineHealthRequest message. Does not implicitly {@link parley.v1.EngineHealthRequest.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.EngineHealthRequest
             * @static
             * @param {parley.v1.EngineHealthRequest.$Properties} message EngineHealthRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EngineHealthRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EngineHealthRequest message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.EngineHealthRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.EngineHealthRequest & parley.v1.EngineHealthRequest.$Shape} EngineHealthRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EngineHealthRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.EngineHealthRequest();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EngineHealthRequest;
        })();

        v1.EngineHealth = (function() {

            /**
             * Properties of an EngineHealth.
             * @typedef {Object} parley.v1.EngineHealth.$Properties
             * @property {number|null} [rssBytes] EngineHealth rssBytes
             * @property {number|null} [running] EngineHealth running
             * @property {number|null} [cpuSeconds] EngineHealth cpuSeconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EngineHealth.
             * @memberof parley.v1
             * @interface IEngineHealth
             * @augments parley.v1.EngineHealth.$Properties
             * @deprecated Use parley.v1.EngineHealth.$Properties instead.
             */

            /**
             * Shape of an EngineHealth.
             * @typedef {parley.v1.EngineHealth.$Properties} parley.v1.EngineHealth.$Shape
             */

            /**
             * Constructs a new EngineHealth.
             * @memberof parley.v1
             * @classdesc Represents an EngineHealth.
             * @constructor
             * @param {parley.v1.EngineHealth.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var EngineHealth = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EngineHealth rssBytes.
             * @member {number} rssBytes
             * @memberof parley.v1.EngineHealth
             * @instance
             */
            EngineHealth.prototype.rssBytes = 0;

            /**
             * EngineHealth running.
             * @member {number} running
             * @memberof parley.v1.EngineHealth
             * @instance
             */
            EngineHealth.prototype.running = 0;

            /**
             * EngineHealth cpuSeconds.
             * @member {number} cpuSeconds
             * @memberof parley.v1.EngineHealth
             * @instance
             */
            EngineHealth.prototype.cpuSeconds = 0;

            /**
             * Encodes the specified EngineHealth message. Does not implicitly {@link parley.v1.EngineHealth.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.EngineHealth
             * @static
             * @param {parley.v1.EngineHealth.$Properties} message EngineHealth message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EngineHealth.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rssBytes != null && $Object.hasOwnProperty.call(message, "rssBytes") && !$Object.is(message.rssBytes, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.rssBytes);
                if (message.running != null && $Object.hasOwnProperty.call(message, "running") && message.running !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.running);
                if (message.cpuSeconds != null && $Object.hasOwnProperty.call(message, "cpuSeconds") && !$Object.is(message.cpuSeconds, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.cpuSeconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EngineHealth message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.EngineHealth
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.EngineHealth & parley.v1.EngineHealth.$Shape} EngineHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EngineHealth.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.EngineHealth();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.rssBytes = value;
                            else
                                delete message.rssBytes;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.running = value;
                            else
                                delete message.running;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.cpuSeconds = value;
                            else
                                delete message.cpuSeconds;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EngineHealth;
        })();

        v1.EngineStop = (function() {

            /**
             * Properties of an EngineStop.
             * @typedef {Object} parley.v1.EngineStop.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EngineStop.
             * @memberof parley.v1
             * @interface IEngineStop
             * @augments parley.v1.EngineStop.$Properties
             * @deprecated Use parley.v1.EngineStop.$Properties instead.
             */

            /**
             * Shape of an EngineStop.
             * @typedef {parley.v1.EngineStop.$Properties} parley.v1.EngineStop.$Shape
             */

            /**
             * Constructs a new EngineStop.
             * @memberof parley.v1
             * @classdesc Represents an EngineStop.
             * @constructor
             * @param {parley.v1.EngineStop.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var EngineStop = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified EngineStop message. Does not implicitly {@link parley.v1.EngineStop.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.EngineStop
             * @static
             * @param {parley.v1.EngineStop.$Properties} message EngineStop message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EngineStop.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EngineStop message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.EngineStop
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.EngineStop & parley.v1.EngineStop.$Shape} EngineStop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EngineStop.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.EngineStop();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EngineStop;
        })();

        v1.TranscribeWork = (function() {

            /**
             * Properties of a TranscribeWork.
             * @typedef {Object} parley.v1.TranscribeWork.$Properties
             * @property {Uint8Array|null} [pcm] TranscribeWork pcm
             * @property {string|null} [language] TranscribeWork language
             * @property {string|null} [prompt] TranscribeWork prompt
             * @property {boolean|null} [partial] TranscribeWork partial
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TranscribeWork.
             * @memberof parley.v1
             * @interface ITranscribeWork
             * @augments parley.v1.TranscribeWork.$Properties
             * @deprecated Use parley.v1.TranscribeWork.$Properties instead.
             */

            /**
             * Shape of a TranscribeWork.
             * @typedef {parley.v1.TranscribeWork.$Properties} parley.v1.TranscribeWork.$Shape
             */

            /**
             * Constructs a new TranscribeWork.
             * @memberof parley.v1
             * @classdesc Represents a TranscribeWork.
             * @constructor
             * @param {parley.v1.TranscribeWork.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var TranscribeWork = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TranscribeWork pcm.
             * @member {Uint8Array} pcm
             * @memberof parley.v1.TranscribeWork
             * @instance
             */
            TranscribeWork.prototype.pcm = $util.newBuffer([]);

            /**
             * TranscribeWork language.
             * @member {string} language
             * @memberof parley.v1.TranscribeWork
             * @instance
             */
            TranscribeWork.prototype.language = "";

            /**
             * TranscribeWork prompt.
             * @member {string} prompt
             * @memberof parley.v1.TranscribeWork
             * @instance
             */
            TranscribeWork.prototype.prompt = "";

            /**
             * TranscribeWork partial.
             * @member {boolean} partial
             * @memberof parley.v1.TranscribeWork
             * @instance
             */
            TranscribeWork.prototype.partial = false;

            /**
             * Encodes the specified TranscribeWork message. Does not implicitly {@link parley.v1.TranscribeWork.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.TranscribeWork
             * @static
             * @param {parley.v1.TranscribeWork.$Properties} message TranscribeWork message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TranscribeWork.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pcm != null && $Object.hasOwnProperty.call(message, "pcm") && message.pcm.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.pcm);
                if (message.language != null && $Object.hasOwnProperty.call(message, "language") && message.language !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.language);
                if (message.prompt != null && $Object.hasOwnProperty.call(message, "prompt") && message.prompt !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.prompt);
                if (message.partial != null && $Object.hasOwnProperty.call(message, "partial") && message.partial !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.partial);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TranscribeWork message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.TranscribeWork
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.TranscribeWork & parley.v1.TranscribeWork.$Shape} TranscribeWork
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TranscribeWork.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.TranscribeWork();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.pcm = value;
                            else
                                delete message.pcm;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.language = value;
                            else
                                delete message.language;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.prompt = value;
                            else
                                delete message.prompt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.partial = value;
                            else
                                delete message.partial;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TranscribeWork;
        })();

        v1.TranscribeResult = (function() {

            /**
             * Properties of a TranscribeResult.
             * @typedef {Object} parley.v1.TranscribeResult.$Properties
             * @property {string|null} [text] TranscribeResult text
             * @property {string|null} [language] TranscribeResult language
             * @property {Array.<parley.v1.WordTime.$Properties>|null} [words] TranscribeResult words
             * @property {number|null} [confidence] TranscribeResult confidence
             * @property {number|null} [decodeMs] TranscribeResult decodeMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TranscribeResult.
             * @memberof parley.v1
             * @interface ITranscribeResult
             * @augments parley.v1.TranscribeResult.$Properties
             * @deprecated Use parley.v1.TranscribeResult.$Properties instead.
             */

            /**
             * Shape of a TranscribeResult.
             * @typedef {parley.v1.TranscribeResult.$Properties} parley.v1.TranscribeResult.$Shape
             */

            /**
             * Constructs a new TranscribeResult.
             * @memberof parley.v1
             * @classdesc Represents a TranscribeResult.
             * @constructor
             * @param {parley.v1.TranscribeResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var TranscribeResult = function (properties) {
                this.words = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TranscribeResult text.
             * @member {string} text
             * @memberof parley.v1.TranscribeResult
             * @instance
             */
            TranscribeResult.prototype.text = "";

            /**
             * TranscribeResult language.
             * @member {string} language
             * @memberof parley.v1.TranscribeResult
             * @instance
             */
            TranscribeResult.prototype.language = "";

            /**
             * TranscribeResult words.
             * @member {Array.<parley.v1.WordTime.$Properties>} words
             * @memberof parley.v1.TranscribeResult
             * @instance
             */
            TranscribeResult.prototype.words = $util.emptyArray;

            /**
             * TranscribeResult confidence.
             * @member {number} confidence
             * @memberof parley.v1.TranscribeResult
             * @instance
             */
            TranscribeResult.prototype.confidence = 0;

            /**
             * TranscribeResult decodeMs.
             * @member {number} decodeMs
             * @memberof parley.v1.TranscribeResult
             * @instance
             */
            TranscribeResult.prototype.decodeMs = 0;

            /**
             * Encodes the specified TranscribeResult message. Does not implicitly {@link parley.v1.TranscribeResult.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.TranscribeResult
             * @static
             * @param {parley.v1.TranscribeResult.$Properties} message TranscribeResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TranscribeResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.text);
                if (message.language != null && $Object.hasOwnProperty.call(message, "language") && message.language !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.language);
                if (message.words != null && message.words.length)
                    for (var i = 0; i < message.words.length; ++i)
                        $root.parley.v1.WordTime.encode(message.words[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence") && !$Object.is(message.confidence, 0))
                    writer.uint32(/* id 4, wireType 5 =*/37).float(message.confidence);
                if (message.decodeMs != null && $Object.hasOwnProperty.call(message, "decodeMs") && message.decodeMs !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.decodeMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TranscribeResult message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.TranscribeResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.TranscribeResult & parley.v1.TranscribeResult.$Shape} TranscribeResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TranscribeResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.TranscribeResult();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.language = value;
                            else
                                delete message.language;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.words && message.words.length))
                                message.words = [];
                            message.words.push($root.parley.v1.WordTime.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.confidence = value;
                            else
                                delete message.confidence;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.decodeMs = value;
                            else
                                delete message.decodeMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TranscribeResult;
        })();

        v1.SynthesizeWork = (function() {

            /**
             * Properties of a SynthesizeWork.
             * @typedef {Object} parley.v1.SynthesizeWork.$Properties
             * @property {string|null} [text] SynthesizeWork text
             * @property {string|null} [voice] SynthesizeWork voice
             * @property {string|null} [language] SynthesizeWork language
             * @property {number|null} [rate] SynthesizeWork rate
             * @property {Array.<string>|null} [phonemes] SynthesizeWork phonemes
             * @property {Array.<string>|null} [words] SynthesizeWork words
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SynthesizeWork.
             * @memberof parley.v1
             * @interface ISynthesizeWork
             * @augments parley.v1.SynthesizeWork.$Properties
             * @deprecated Use parley.v1.SynthesizeWork.$Properties instead.
             */

            /**
             * Shape of a SynthesizeWork.
             * @typedef {parley.v1.SynthesizeWork.$Properties} parley.v1.SynthesizeWork.$Shape
             */

            /**
             * Constructs a new SynthesizeWork.
             * @memberof parley.v1
             * @classdesc Represents a SynthesizeWork.
             * @constructor
             * @param {parley.v1.SynthesizeWork.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SynthesizeWork = function (properties) {
                this.phonemes = [];
                this.words = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SynthesizeWork text.
             * @member {string} text
             * @memberof parley.v1.SynthesizeWork
             * @instance
             */
            SynthesizeWork.prototype.text = "";

            /**
             * SynthesizeWork voice.
             * @member {string} voice
             * @memberof parley.v1.SynthesizeWork
             * @instance
             */
            SynthesizeWork.prototype.voice = "";

            /**
             * SynthesizeWork language.
             * @member {string} language
             * @memberof parley.v1.SynthesizeWork
             * @instance
             */
            SynthesizeWork.prototype.language = "";

            /**
             * SynthesizeWork rate.
             * @member {number} rate
             * @memberof parley.v1.SynthesizeWork
             * @instance
             */
            SynthesizeWork.prototype.rate = 0;

            /**
             * SynthesizeWork phonemes.
             * @member {Array.<string>} phonemes
             * @memberof parley.v1.SynthesizeWork
             * @instance
             */
            SynthesizeWork.prototype.phonemes = $util.emptyArray;

            /**
             * SynthesizeWork words.
             * @member {Array.<string>} words
             * @memberof parley.v1.SynthesizeWork
             * @instance
             */
            SynthesizeWork.prototype.words = $util.emptyArray;

            /**
             * Encodes the specified SynthesizeWork message. Does not implicitly {@link parley.v1.SynthesizeWork.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SynthesizeWork
             * @static
             * @param {parley.v1.SynthesizeWork.$Properties} message SynthesizeWork message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SynthesizeWork.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.text);
                if (message.voice != null && $Object.hasOwnProperty.call(message, "voice") && message.voice !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.voice);
                if (message.language != null && $Object.hasOwnProperty.call(message, "language") && message.language !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.language);
                if (message.rate != null && $Object.hasOwnProperty.call(message, "rate") && !$Object.is(message.rate, 0))
                    writer.uint32(/* id 4, wireType 5 =*/37).float(message.rate);
                if (message.phonemes != null && message.phonemes.length)
                    for (var i = 0; i < message.phonemes.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.phonemes[i]);
                if (message.words != null && message.words.length)
                    for (var i = 0; i < message.words.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.words[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SynthesizeWork message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SynthesizeWork
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SynthesizeWork & parley.v1.SynthesizeWork.$Shape} SynthesizeWork
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SynthesizeWork.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SynthesizeWork();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.voice = value;
                            else
                                delete message.voice;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.language = value;
                            else
                                delete message.language;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.rate = value;
                            else
                                delete message.rate;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.phonemes && message.phonemes.length))
                                message.phonemes = [];
                            message.phonemes.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.words && message.words.length))
                                message.words = [];
                            message.words.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SynthesizeWork;
        })();

        v1.SynthesizeResult = (function() {

            /**
             * Properties of a SynthesizeResult.
             * @typedef {Object} parley.v1.SynthesizeResult.$Properties
             * @property {Uint8Array|null} [pcm] SynthesizeResult pcm
             * @property {number|null} [sampleRate] SynthesizeResult sampleRate
             * @property {Array.<parley.v1.WordTime.$Properties>|null} [words] SynthesizeResult words
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SynthesizeResult.
             * @memberof parley.v1
             * @interface ISynthesizeResult
             * @augments parley.v1.SynthesizeResult.$Properties
             * @deprecated Use parley.v1.SynthesizeResult.$Properties instead.
             */

            /**
             * Shape of a SynthesizeResult.
             * @typedef {parley.v1.SynthesizeResult.$Properties} parley.v1.SynthesizeResult.$Shape
             */

            /**
             * Constructs a new SynthesizeResult.
             * @memberof parley.v1
             * @classdesc Represents a SynthesizeResult.
             * @constructor
             * @param {parley.v1.SynthesizeResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SynthesizeResult = function (properties) {
                this.words = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SynthesizeResult pcm.
             * @member {Uint8Array} pcm
             * @memberof parley.v1.SynthesizeResult
             * @instance
             */
            SynthesizeResult.prototype.pcm = $util.newBuffer([]);

            /**
             * SynthesizeResult sampleRate.
             * @member {number} sampleRate
             * @memberof parley.v1.SynthesizeResult
             * @instance
             */
            SynthesizeResult.prototype.sampleRate = 0;

            /**
             * SynthesizeResult words.
             * @member {Array.<parley.v1.WordTime.$Properties>} words
             * @memberof parley.v1.SynthesizeResult
             * @instance
             */
            SynthesizeResult.prototype.words = $util.emptyArray;

            /**
             * Encodes the specified SynthesizeResult message. Does not implicitly {@link parley.v1.SynthesizeResult.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SynthesizeResult
             * @static
             * @param {parley.v1.SynthesizeResult.$Properties} message SynthesizeResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SynthesizeResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pcm != null && $Object.hasOwnProperty.call(message, "pcm") && message.pcm.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.pcm);
                if (message.sampleRate != null && $Object.hasOwnProperty.call(message, "sampleRate") && message.sampleRate !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.sampleRate);
                if (message.words != null && message.words.length)
                    for (var i = 0; i < message.words.length; ++i)
                        $root.parley.v1.WordTime.encode(message.words[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SynthesizeResult message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SynthesizeResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SynthesizeResult & parley.v1.SynthesizeResult.$Shape} SynthesizeResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SynthesizeResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SynthesizeResult();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.pcm = value;
                            else
                                delete message.pcm;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sampleRate = value;
                            else
                                delete message.sampleRate;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.words && message.words.length))
                                message.words = [];
                            message.words.push($root.parley.v1.WordTime.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SynthesizeResult;
        })();

        v1.PhonemizeWork = (function() {

            /**
             * Properties of a PhonemizeWork.
             * @typedef {Object} parley.v1.PhonemizeWork.$Properties
             * @property {Array.<string>|null} [words] PhonemizeWork words
             * @property {string|null} [language] PhonemizeWork language
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PhonemizeWork.
             * @memberof parley.v1
             * @interface IPhonemizeWork
             * @augments parley.v1.PhonemizeWork.$Properties
             * @deprecated Use parley.v1.PhonemizeWork.$Properties instead.
             */

            /**
             * Shape of a PhonemizeWork.
             * @typedef {parley.v1.PhonemizeWork.$Properties} parley.v1.PhonemizeWork.$Shape
             */

            /**
             * Constructs a new PhonemizeWork.
             * @memberof parley.v1
             * @classdesc Represents a PhonemizeWork.
             * @constructor
             * @param {parley.v1.PhonemizeWork.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var PhonemizeWork = function (properties) {
                this.words = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PhonemizeWork words.
             * @member {Array.<string>} words
             * @memberof parley.v1.PhonemizeWork
             * @instance
             */
            PhonemizeWork.prototype.words = $util.emptyArray;

            /**
             * PhonemizeWork language.
             * @member {string} language
             * @memberof parley.v1.PhonemizeWork
             * @instance
             */
            PhonemizeWork.prototype.language = "";

            /**
             * Encodes the specified PhonemizeWork message. Does not implicitly {@link parley.v1.PhonemizeWork.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.PhonemizeWork
             * @static
             * @param {parley.v1.PhonemizeWork.$Properties} message PhonemizeWork message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PhonemizeWork.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.words != null && message.words.length)
                    for (var i = 0; i < message.words.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.words[i]);
                if (message.language != null && $Object.hasOwnProperty.call(message, "language") && message.language !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.language);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PhonemizeWork message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.PhonemizeWork
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.PhonemizeWork & parley.v1.PhonemizeWork.$Shape} PhonemizeWork
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PhonemizeWork.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.PhonemizeWork();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.words && message.words.length))
                                message.words = [];
                            message.words.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.language = value;
                            else
                                delete message.language;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PhonemizeWork;
        })();

        v1.PhonemizeResult = (function() {

            /**
             * Properties of a PhonemizeResult.
             * @typedef {Object} parley.v1.PhonemizeResult.$Properties
             * @property {Array.<string>|null} [phonemes] PhonemizeResult phonemes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PhonemizeResult.
             * @memberof parley.v1
             * @interface IPhonemizeResult
             * @augments parley.v1.PhonemizeResult.$Properties
             * @deprecated Use parley.v1.PhonemizeResult.$Properties instead.
             */

            /**
             * Shape of a PhonemizeResult.
             * @typedef {parley.v1.PhonemizeResult.$Properties} parley.v1.PhonemizeResult.$Shape
             */

            /**
             * Constructs a new PhonemizeResult.
             * @memberof parley.v1
             * @classdesc Represents a PhonemizeResult.
             * @constructor
             * @param {parley.v1.PhonemizeResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var PhonemizeResult = function (properties) {
                this.phonemes = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PhonemizeResult phonemes.
             * @member {Array.<string>} phonemes
             * @memberof parley.v1.PhonemizeResult
             * @instance
             */
            PhonemizeResult.prototype.phonemes = $util.emptyArray;

            /**
             * Encodes the specified PhonemizeResult message. Does not implicitly {@link parley.v1.PhonemizeResult.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.PhonemizeResult
             * @static
             * @param {parley.v1.PhonemizeResult.$Properties} message PhonemizeResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PhonemizeResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.phonemes != null && message.phonemes.length)
                    for (var i = 0; i < message.phonemes.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.phonemes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PhonemizeResult message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.PhonemizeResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.PhonemizeResult & parley.v1.PhonemizeResult.$Shape} PhonemizeResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PhonemizeResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.PhonemizeResult();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.phonemes && message.phonemes.length))
                                message.phonemes = [];
                            message.phonemes.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PhonemizeResult;
        })();

        v1.SpeechWork = (function() {

            /**
             * Properties of a SpeechWork.
             * @typedef {Object} parley.v1.SpeechWork.$Properties
             * @property {parley.v1.PhonemizeWork.$Properties|null} [phonemize] SpeechWork phonemize
             * @property {parley.v1.SynthesizeWork.$Properties|null} [synthesize] SpeechWork synthesize
             * @property {"phonemize"|"synthesize"} [work] SpeechWork work
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeechWork.
             * @memberof parley.v1
             * @interface ISpeechWork
             * @augments parley.v1.SpeechWork.$Properties
             * @deprecated Use parley.v1.SpeechWork.$Properties instead.
             */

            /**
             * Narrowed shape of a SpeechWork.
             * @typedef {{
             *   phonemize?: parley.v1.PhonemizeWork.$Shape|null;
             *   synthesize?: parley.v1.SynthesizeWork.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ work?: undefined; phonemize?: null; synthesize?: null }|{ work?: "phonemize"; phonemize: parley.v1.PhonemizeWork.$Shape; synthesize?: null }|{ work?: "synthesize"; phonemize?: null; synthesize: parley.v1.SynthesizeWork.$Shape })
             * )} parley.v1.SpeechWork.$Shape
             */

            /**
             * Constructs a new SpeechWork.
             * @memberof parley.v1
             * @classdesc Represents a SpeechWork.
             * @constructor
             * @param {parley.v1.SpeechWork.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeechWork = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeechWork phonemize.
             * @member {parley.v1.PhonemizeWork.$Properties|null|undefined} phonemize
             * @memberof parley.v1.SpeechWork
             * @instance
             */
            SpeechWork.prototype.phonemize = null;

            /**
             * SpeechWork synthesize.
             * @member {parley.v1.SynthesizeWork.$Properties|null|undefined} synthesize
             * @memberof parley.v1.SpeechWork
             * @instance
             */
            SpeechWork.prototype.synthesize = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * SpeechWork work.
             * @member {"phonemize"|"synthesize"|undefined} work
             * @memberof parley.v1.SpeechWork
             * @instance
             */
            $Object.defineProperty(SpeechWork.prototype, "work", {
                get: $util.oneOfGetter($oneOfFields = ["phonemize", "synthesize"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified SpeechWork message. Does not implicitly {@link parley.v1.SpeechWork.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeechWork
             * @static
             * @param {parley.v1.SpeechWork.$Properties} message SpeechWork message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeechWork.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.phonemize != null && $Object.hasOwnProperty.call(message, "phonemize"))
                    $root.parley.v1.PhonemizeWork.encode(message.phonemize, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.synthesize != null && $Object.hasOwnProperty.call(message, "synthesize"))
                    $root.parley.v1.SynthesizeWork.encode(message.synthesize, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeechWork message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeechWork
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeechWork & parley.v1.SpeechWork.$Shape} SpeechWork
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeechWork.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeechWork();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.phonemize = $root.parley.v1.PhonemizeWork.decode(reader, reader.size(), $undefined, _depth + 1, message.phonemize);
                            message.work = "phonemize";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.synthesize = $root.parley.v1.SynthesizeWork.decode(reader, reader.size(), $undefined, _depth + 1, message.synthesize);
                            message.work = "synthesize";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeechWork;
        })();

        v1.SpeechResult = (function() {

            /**
             * Properties of a SpeechResult.
             * @typedef {Object} parley.v1.SpeechResult.$Properties
             * @property {parley.v1.PhonemizeResult.$Properties|null} [phonemes] SpeechResult phonemes
             * @property {parley.v1.SynthesizeResult.$Properties|null} [speech] SpeechResult speech
             * @property {"phonemes"|"speech"} [result] SpeechResult result
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeechResult.
             * @memberof parley.v1
             * @interface ISpeechResult
             * @augments parley.v1.SpeechResult.$Properties
             * @deprecated Use parley.v1.SpeechResult.$Properties instead.
             */

            /**
             * Narrowed shape of a SpeechResult.
             * @typedef {{
             *   phonemes?: parley.v1.PhonemizeResult.$Shape|null;
             *   speech?: parley.v1.SynthesizeResult.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ result?: undefined; phonemes?: null; speech?: null }|{ result?: "phonemes"; phonemes: parley.v1.PhonemizeResult.$Shape; speech?: null }|{ result?: "speech"; phonemes?: null; speech: parley.v1.SynthesizeResult.$Shape })
             * )} parley.v1.SpeechResult.$Shape
             */

            /**
             * Constructs a new SpeechResult.
             * @memberof parley.v1
             * @classdesc Represents a SpeechResult.
             * @constructor
             * @param {parley.v1.SpeechResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeechResult = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeechResult phonemes.
             * @member {parley.v1.PhonemizeResult.$Properties|null|undefined} phonemes
             * @memberof parley.v1.SpeechResult
             * @instance
             */
            SpeechResult.prototype.phonemes = null;

            /**
             * SpeechResult speech.
             * @member {parley.v1.SynthesizeResult.$Properties|null|undefined} speech
             * @memberof parley.v1.SpeechResult
             * @instance
             */
            SpeechResult.prototype.speech = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * SpeechResult result.
             * @member {"phonemes"|"speech"|undefined} result
             * @memberof parley.v1.SpeechResult
             * @instance
             */
            $Object.defineProperty(SpeechResult.prototype, "result", {
                get: $util.oneOfGetter($oneOfFields = ["phonemes", "speech"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified SpeechResult message. Does not implicitly {@link parley.v1.SpeechResult.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeechResult
             * @static
             * @param {parley.v1.SpeechResult.$Properties} message SpeechResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeechResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.phonemes != null && $Object.hasOwnProperty.call(message, "phonemes"))
                    $root.parley.v1.PhonemizeResult.encode(message.phonemes, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.speech != null && $Object.hasOwnProperty.call(message, "speech"))
                    $root.parley.v1.SynthesizeResult.encode(message.speech, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeechResult message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeechResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeechResult & parley.v1.SpeechResult.$Shape} SpeechResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeechResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeechResult();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.phonemes = $root.parley.v1.PhonemizeResult.decode(reader, reader.size(), $undefined, _depth + 1, message.phonemes);
                            message.result = "phonemes";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.speech = $root.parley.v1.SynthesizeResult.decode(reader, reader.size(), $undefined, _depth + 1, message.speech);
                            message.result = "speech";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeechResult;
        })();

        v1.GenerateWork = (function() {

            /**
             * Properties of a GenerateWork.
             * @typedef {Object} parley.v1.GenerateWork.$Properties
             * @property {string|null} [cacheKey] GenerateWork cacheKey
             * @property {parley.v1.GenerateRequest.$Properties|null} [request] GenerateWork request
             * @property {boolean|null} [prepare] GenerateWork prepare
             * @property {boolean|null} [release] GenerateWork release
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GenerateWork.
             * @memberof parley.v1
             * @interface IGenerateWork
             * @augments parley.v1.GenerateWork.$Properties
             * @deprecated Use parley.v1.GenerateWork.$Properties instead.
             */

            /**
             * Shape of a GenerateWork.
             * @typedef {parley.v1.GenerateWork.$Properties} parley.v1.GenerateWork.$Shape
             */

            /**
             * Constructs a new GenerateWork.
             * @memberof parley.v1
             * @classdesc Represents a GenerateWork.
             * @constructor
             * @param {parley.v1.GenerateWork.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var GenerateWork = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GenerateWork cacheKey.
             * @member {string} cacheKey
             * @memberof parley.v1.GenerateWork
             * @instance
             */
            GenerateWork.prototype.cacheKey = "";

            /**
             * GenerateWork request.
             * @member {parley.v1.GenerateRequest.$Properties|null|undefined} request
             * @memberof parley.v1.GenerateWork
             * @instance
             */
            GenerateWork.prototype.request = null;

            /**
             * GenerateWork prepare.
             * @member {boolean} prepare
             * @memberof parley.v1.GenerateWork
             * @instance
             */
            GenerateWork.prototype.prepare = false;

            /**
             * GenerateWork release.
             * @member {boolean} release
             * @memberof parley.v1.GenerateWork
             * @instance
             */
            GenerateWork.prototype.release = false;

            /**
             * Encodes the specified GenerateWork message. Does not implicitly {@link parley.v1.GenerateWork.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.GenerateWork
             * @static
             * @param {parley.v1.GenerateWork.$Properties} message GenerateWork message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GenerateWork.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cacheKey != null && $Object.hasOwnProperty.call(message, "cacheKey") && message.cacheKey !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.cacheKey);
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    $root.parley.v1.GenerateRequest.encode(message.request, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.prepare != null && $Object.hasOwnProperty.call(message, "prepare") && message.prepare !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.prepare);
                if (message.release != null && $Object.hasOwnProperty.call(message, "release") && message.release !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.release);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GenerateWork message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.GenerateWork
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.GenerateWork & parley.v1.GenerateWork.$Shape} GenerateWork
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GenerateWork.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.GenerateWork();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cacheKey = value;
                            else
                                delete message.cacheKey;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.request = $root.parley.v1.GenerateRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.request);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.prepare = value;
                            else
                                delete message.prepare;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.release = value;
                            else
                                delete message.release;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GenerateWork;
        })();

        v1.GenerateResult = (function() {

            /**
             * Properties of a GenerateResult.
             * @typedef {Object} parley.v1.GenerateResult.$Properties
             * @property {parley.v1.TextDelta.$Properties|null} [text] GenerateResult text
             * @property {parley.v1.ToolCall.$Properties|null} [toolCall] GenerateResult toolCall
             * @property {parley.v1.GenerationFinished.$Properties|null} [finished] GenerateResult finished
             * @property {"text"|"toolCall"|"finished"} [event] GenerateResult event
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GenerateResult.
             * @memberof parley.v1
             * @interface IGenerateResult
             * @augments parley.v1.GenerateResult.$Properties
             * @deprecated Use parley.v1.GenerateResult.$Properties instead.
             */

            /**
             * Narrowed shape of a GenerateResult.
             * @typedef {{
             *   text?: parley.v1.TextDelta.$Shape|null;
             *   toolCall?: parley.v1.ToolCall.$Shape|null;
             *   finished?: parley.v1.GenerationFinished.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ event?: undefined; text?: null; toolCall?: null; finished?: null }|{ event?: "text"; text: parley.v1.TextDelta.$Shape; toolCall?: null; finished?: null }|{ event?: "toolCall"; text?: null; toolCall: parley.v1.ToolCall.$Shape; finished?: null }|{ event?: "finished"; text?: null; toolCall?: null; finished: parley.v1.GenerationFinished.$Shape })
             * )} parley.v1.GenerateResult.$Shape
             */

            /**
             * Constructs a new GenerateResult.
             * @memberof parley.v1
             * @classdesc Represents a GenerateResult.
             * @constructor
             * @param {parley.v1.GenerateResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var GenerateResult = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GenerateResult text.
             * @member {parley.v1.TextDelta.$Properties|null|undefined} text
             * @memberof parley.v1.GenerateResult
             * @instance
             */
            GenerateResult.prototype.text = null;

            /**
             * GenerateResult toolCall.
             * @member {parley.v1.ToolCall.$Properties|null|undefined} toolCall
             * @memberof parley.v1.GenerateResult
             * @instance
             */
            GenerateResult.prototype.toolCall = null;

            /**
             * GenerateResult finished.
             * @member {parley.v1.GenerationFinished.$Properties|null|undefined} finished
             * @memberof parley.v1.GenerateResult
             * @instance
             */
            GenerateResult.prototype.finished = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * GenerateResult event.
             * @member {"text"|"toolCall"|"finished"|undefined} event
             * @memberof parley.v1.GenerateResult
             * @instance
             */
            $Object.defineProperty(GenerateResult.prototype, "event", {
                get: $util.oneOfGetter($oneOfFields = ["text", "toolCall", "finished"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified GenerateResult message. Does not implicitly {@link parley.v1.GenerateResult.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.GenerateResult
             * @static
             * @param {parley.v1.GenerateResult.$Properties} message GenerateResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GenerateResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                    $root.parley.v1.TextDelta.encode(message.text, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.toolCall != null && $Object.hasOwnProperty.call(message, "toolCall"))
                    $root.parley.v1.ToolCall.encode(message.toolCall, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.finished != null && $Object.hasOwnProperty.call(message, "finished"))
                    $root.parley.v1.GenerationFinished.encode(message.finished, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GenerateResult message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.GenerateResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.GenerateResult & parley.v1.GenerateResult.$Shape} GenerateResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GenerateResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.GenerateResult();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.text = $root.parley.v1.TextDelta.decode(reader, reader.size(), $undefined, _depth + 1, message.text);
                            message.event = "text";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.toolCall = $root.parley.v1.ToolCall.decode(reader, reader.size(), $undefined, _depth + 1, message.toolCall);
                            message.event = "toolCall";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.finished = $root.parley.v1.GenerationFinished.decode(reader, reader.size(), $undefined, _depth + 1, message.finished);
                            message.event = "finished";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GenerateResult;
        })();

        v1.GenerateOpen = (function() {

            /**
             * Properties of a GenerateOpen.
             * @typedef {Object} parley.v1.GenerateOpen.$Properties
             * @property {string|null} [model] GenerateOpen model
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GenerateOpen.
             * @memberof parley.v1
             * @interface IGenerateOpen
             * @augments parley.v1.GenerateOpen.$Properties
             * @deprecated Use parley.v1.GenerateOpen.$Properties instead.
             */

            /**
             * Shape of a GenerateOpen.
             * @typedef {parley.v1.GenerateOpen.$Properties} parley.v1.GenerateOpen.$Shape
             */

            /**
             * Constructs a new GenerateOpen.
             * @memberof parley.v1
             * @classdesc Represents a GenerateOpen.
             * @constructor
             * @param {parley.v1.GenerateOpen.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var GenerateOpen = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GenerateOpen model.
             * @member {string} model
             * @memberof parley.v1.GenerateOpen
             * @instance
             */
            GenerateOpen.prototype.model = "";

            /**
             * Encodes the specified GenerateOpen message. Does not implicitly {@link parley.v1.GenerateOpen.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.GenerateOpen
             * @static
             * @param {parley.v1.GenerateOpen.$Properties} message GenerateOpen message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GenerateOpen.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.model);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GenerateOpen message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.GenerateOpen
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.GenerateOpen & parley.v1.GenerateOpen.$Shape} GenerateOpen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GenerateOpen.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.GenerateOpen();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GenerateOpen;
        })();

        v1.GenerateInput = (function() {

            /**
             * Properties of a GenerateInput.
             * @typedef {Object} parley.v1.GenerateInput.$Properties
             * @property {parley.v1.GenerateRequest.$Properties|null} [request] GenerateInput request
             * @property {parley.v1.GenerateRequest.$Properties|null} [prepare] GenerateInput prepare
             * @property {"request"|"prepare"} [input] GenerateInput input
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GenerateInput.
             * @memberof parley.v1
             * @interface IGenerateInput
             * @augments parley.v1.GenerateInput.$Properties
             * @deprecated Use parley.v1.GenerateInput.$Properties instead.
             */

            /**
             * Narrowed shape of a GenerateInput.
             * @typedef {{
             *   request?: parley.v1.GenerateRequest.$Shape|null;
             *   prepare?: parley.v1.GenerateRequest.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ input?: undefined; request?: null; prepare?: null }|{ input?: "request"; request: parley.v1.GenerateRequest.$Shape; prepare?: null }|{ input?: "prepare"; request?: null; prepare: parley.v1.GenerateRequest.$Shape })
             * )} parley.v1.GenerateInput.$Shape
             */

            /**
             * Constructs a new GenerateInput.
             * @memberof parley.v1
             * @classdesc Represents a GenerateInput.
             * @constructor
             * @param {parley.v1.GenerateInput.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var GenerateInput = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GenerateInput request.
             * @member {parley.v1.GenerateRequest.$Properties|null|undefined} request
             * @memberof parley.v1.GenerateInput
             * @instance
             */
            GenerateInput.prototype.request = null;

            /**
             * GenerateInput prepare.
             * @member {parley.v1.GenerateRequest.$Properties|null|undefined} prepare
             * @memberof parley.v1.GenerateInput
             * @instance
             */
            GenerateInput.prototype.prepare = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * GenerateInput input.
             * @member {"request"|"prepare"|undefined} input
             * @memberof parley.v1.GenerateInput
             * @instance
             */
            $Object.defineProperty(GenerateInput.prototype, "input", {
                get: $util.oneOfGetter($oneOfFields = ["request", "prepare"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified GenerateInput message. Does not implicitly {@link parley.v1.GenerateInput.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.GenerateInput
             * @static
             * @param {parley.v1.GenerateInput.$Properties} message GenerateInput message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GenerateInput.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    $root.parley.v1.GenerateRequest.encode(message.request, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.prepare != null && $Object.hasOwnProperty.call(message, "prepare"))
                    $root.parley.v1.GenerateRequest.encode(message.prepare, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GenerateInput message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.GenerateInput
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.GenerateInput & parley.v1.GenerateInput.$Shape} GenerateInput
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GenerateInput.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.GenerateInput();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.request = $root.parley.v1.GenerateRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.request);
                            message.input = "request";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.prepare = $root.parley.v1.GenerateRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.prepare);
                            message.input = "prepare";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GenerateInput;
        })();

        v1.GenerateRequest = (function() {

            /**
             * Properties of a GenerateRequest.
             * @typedef {Object} parley.v1.GenerateRequest.$Properties
             * @property {string|null} [model] GenerateRequest model
             * @property {string|null} [instructions] GenerateRequest instructions
             * @property {Array.<parley.v1.ChatMessage.$Properties>|null} [messages] GenerateRequest messages
             * @property {Array.<parley.v1.ToolDefinition.$Properties>|null} [tools] GenerateRequest tools
             * @property {string|null} [toolChoice] GenerateRequest toolChoice
             * @property {number|null} [temperature] GenerateRequest temperature
             * @property {number|null} [maxOutputTokens] GenerateRequest maxOutputTokens
             * @property {boolean|null} [spoken] GenerateRequest spoken
             * @property {parley.v1.Perception.$Properties|null} [perception] GenerateRequest perception
             * @property {string|null} [language] GenerateRequest language
             * @property {string|null} [user] GenerateRequest user
             * @property {string|null} [metadataJson] GenerateRequest metadataJson
             * @property {parley.v1.ModelSelection.$Properties|null} [selection] GenerateRequest selection
             * @property {string|null} [reasoningEffort] GenerateRequest reasoningEffort
             * @property {boolean|null} [parallelToolCalls] GenerateRequest parallelToolCalls
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GenerateRequest.
             * @memberof parley.v1
             * @interface IGenerateRequest
             * @augments parley.v1.GenerateRequest.$Properties
             * @deprecated Use parley.v1.GenerateRequest.$Properties instead.
             */

            /**
             * Shape of a GenerateRequest.
             * @typedef {parley.v1.GenerateRequest.$Properties} parley.v1.GenerateRequest.$Shape
             */

            /**
             * Constructs a new GenerateRequest.
             * @memberof parley.v1
             * @classdesc Represents a GenerateRequest.
             * @constructor
             * @param {parley.v1.GenerateRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var GenerateRequest = function (properties) {
                this.messages = [];
                this.tools = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GenerateRequest model.
             * @member {string} model
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.model = "";

            /**
             * GenerateRequest instructions.
             * @member {string} instructions
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.instructions = "";

            /**
             * GenerateRequest messages.
             * @member {Array.<parley.v1.ChatMessage.$Properties>} messages
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.messages = $util.emptyArray;

            /**
             * GenerateRequest tools.
             * @member {Array.<parley.v1.ToolDefinition.$Properties>} tools
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.tools = $util.emptyArray;

            /**
             * GenerateRequest toolChoice.
             * @member {string} toolChoice
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.toolChoice = "";

            /**
             * GenerateRequest temperature.
             * @member {number|null|undefined} temperature
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.temperature = null;

            /**
             * GenerateRequest maxOutputTokens.
             * @member {number} maxOutputTokens
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.maxOutputTokens = 0;

            /**
             * GenerateRequest spoken.
             * @member {boolean} spoken
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.spoken = false;

            /**
             * GenerateRequest perception.
             * @member {parley.v1.Perception.$Properties|null|undefined} perception
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.perception = null;

            /**
             * GenerateRequest language.
             * @member {string} language
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.language = "";

            /**
             * GenerateRequest user.
             * @member {string} user
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.user = "";

            /**
             * GenerateRequest metadataJson.
             * @member {string} metadataJson
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.metadataJson = "";

            /**
             * GenerateRequest selection.
             * @member {parley.v1.ModelSelection.$Properties|null|undefined} selection
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.selection = null;

            /**
             * GenerateRequest reasoningEffort.
             * @member {string} reasoningEffort
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.reasoningEffort = "";

            /**
             * GenerateRequest parallelToolCalls.
             * @member {boolean|null|undefined} parallelToolCalls
             * @memberof parley.v1.GenerateRequest
             * @instance
             */
            GenerateRequest.prototype.parallelToolCalls = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(GenerateRequest.prototype, "_temperature", {
                get: $util.oneOfGetter($oneOfFields = ["temperature"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(GenerateRequest.prototype, "_parallelToolCalls", {
                get: $util.oneOfGetter($oneOfFields = ["parallelToolCalls"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified GenerateRequest message. Does not implicitly {@link parley.v1.GenerateRequest.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.GenerateRequest
             * @static
             * @param {parley.v1.GenerateRequest.$Properties} message GenerateRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GenerateRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.model);
                if (message.instructions != null && $Object.hasOwnProperty.call(message, "instructions") && message.instructions !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.instructions);
                if (message.messages != null && message.messages.length)
                    for (var i = 0; i < message.messages.length; ++i)
                        $root.parley.v1.ChatMessage.encode(message.messages[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.tools != null && message.tools.length)
                    for (var i = 0; i < message.tools.length; ++i)
                        $root.parley.v1.ToolDefinition.encode(message.tools[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.toolChoice != null && $Object.hasOwnProperty.call(message, "toolChoice") && message.toolChoice !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.toolChoice);
                if (message.temperature != null && $Object.hasOwnProperty.call(message, "temperature"))
                    writer.uint32(/* id 6, wireType 5 =*/53).float(message.temperature);
                if (message.maxOutputTokens != null && $Object.hasOwnProperty.call(message, "maxOutputTokens") && message.maxOutputTokens !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.maxOutputTokens);
                if (message.spoken != null && $Object.hasOwnProperty.call(message, "spoken") && message.spoken !== false)
                    writer.uint32(/* id 8, wireType 0 =*/64).bool(message.spoken);
                if (message.perception != null && $Object.hasOwnProperty.call(message, "perception"))
                    $root.parley.v1.Perception.encode(message.perception, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.language != null && $Object.hasOwnProperty.call(message, "language") && message.language !== "")
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.language);
                if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.user);
                if (message.metadataJson != null && $Object.hasOwnProperty.call(message, "metadataJson") && message.metadataJson !== "")
                    writer.uint32(/* id 12, wireType 2 =*/98).string(message.metadataJson);
                if (message.selection != null && $Object.hasOwnProperty.call(message, "selection"))
                    $root.parley.v1.ModelSelection.encode(message.selection, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.reasoningEffort != null && $Object.hasOwnProperty.call(message, "reasoningEffort") && message.reasoningEffort !== "")
                    writer.uint32(/* id 14, wireType 2 =*/114).string(message.reasoningEffort);
                if (message.parallelToolCalls != null && $Object.hasOwnProperty.call(message, "parallelToolCalls"))
                    writer.uint32(/* id 15, wireType 0 =*/120).bool(message.parallelToolCalls);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GenerateRequest message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.GenerateRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.GenerateRequest & parley.v1.GenerateRequest.$Shape} GenerateRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GenerateRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.GenerateRequest();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.instructions = value;
                            else
                                delete message.instructions;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.messages && message.messages.length))
                                message.messages = [];
                            message.messages.push($root.parley.v1.ChatMessage.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.tools && message.tools.length))
                                message.tools = [];
                            message.tools.push($root.parley.v1.ToolDefinition.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.toolChoice = value;
                            else
                                delete message.toolChoice;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 5)
                                break;
                            message.temperature = reader.float();
                            message._temperature = "temperature";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxOutputTokens = value;
                            else
                                delete message.maxOutputTokens;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.spoken = value;
                            else
                                delete message.spoken;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.perception = $root.parley.v1.Perception.decode(reader, reader.size(), $undefined, _depth + 1, message.perception);
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.language = value;
                            else
                                delete message.language;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.user = value;
                            else
                                delete message.user;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.metadataJson = value;
                            else
                                delete message.metadataJson;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.selection = $root.parley.v1.ModelSelection.decode(reader, reader.size(), $undefined, _depth + 1, message.selection);
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reasoningEffort = value;
                            else
                                delete message.reasoningEffort;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            message.parallelToolCalls = reader.bool();
                            message._parallelToolCalls = "parallelToolCalls";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GenerateRequest;
        })();

        v1.ModelSelection = (function() {

            /**
             * Properties of a ModelSelection.
             * @typedef {Object} parley.v1.ModelSelection.$Properties
             * @property {Array.<string>|null} [models] ModelSelection models
             * @property {Array.<parley.v1.SortKey.$Properties>|null} [sort] ModelSelection sort
             * @property {Array.<string>|null} [ignore] ModelSelection ignore
             * @property {Array.<string>|null} [providerOrder] ModelSelection providerOrder
             * @property {boolean|null} [allowFallbacks] ModelSelection allowFallbacks
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ModelSelection.
             * @memberof parley.v1
             * @interface IModelSelection
             * @augments parley.v1.ModelSelection.$Properties
             * @deprecated Use parley.v1.ModelSelection.$Properties instead.
             */

            /**
             * Shape of a ModelSelection.
             * @typedef {parley.v1.ModelSelection.$Properties} parley.v1.ModelSelection.$Shape
             */

            /**
             * Constructs a new ModelSelection.
             * @memberof parley.v1
             * @classdesc Represents a ModelSelection.
             * @constructor
             * @param {parley.v1.ModelSelection.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var ModelSelection = function (properties) {
                this.models = [];
                this.sort = [];
                this.ignore = [];
                this.providerOrder = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ModelSelection models.
             * @member {Array.<string>} models
             * @memberof parley.v1.ModelSelection
             * @instance
             */
            ModelSelection.prototype.models = $util.emptyArray;

            /**
             * ModelSelection sort.
             * @member {Array.<parley.v1.SortKey.$Properties>} sort
             * @memberof parley.v1.ModelSelection
             * @instance
             */
            ModelSelection.prototype.sort = $util.emptyArray;

            /**
             * ModelSelection ignore.
             * @member {Array.<string>} ignore
             * @memberof parley.v1.ModelSelection
             * @instance
             */
            ModelSelection.prototype.ignore = $util.emptyArray;

            /**
             * ModelSelection providerOrder.
             * @member {Array.<string>} providerOrder
             * @memberof parley.v1.ModelSelection
             * @instance
             */
            ModelSelection.prototype.providerOrder = $util.emptyArray;

            /**
             * ModelSelection allowFallbacks.
             * @member {boolean|null|undefined} allowFallbacks
             * @memberof parley.v1.ModelSelection
             * @instance
             */
            ModelSelection.prototype.allowFallbacks = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ModelSelection.prototype, "_allowFallbacks", {
                get: $util.oneOfGetter($oneOfFields = ["allowFallbacks"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified ModelSelection message. Does not implicitly {@link parley.v1.ModelSelection.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.ModelSelection
             * @static
             * @param {parley.v1.ModelSelection.$Properties} message ModelSelection message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ModelSelection.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.models != null && message.models.length)
                    for (var i = 0; i < message.models.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.models[i]);
                if (message.sort != null && message.sort.length)
                    for (var i = 0; i < message.sort.length; ++i)
                        $root.parley.v1.SortKey.encode(message.sort[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.ignore != null && message.ignore.length)
                    for (var i = 0; i < message.ignore.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.ignore[i]);
                if (message.providerOrder != null && message.providerOrder.length)
                    for (var i = 0; i < message.providerOrder.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.providerOrder[i]);
                if (message.allowFallbacks != null && $Object.hasOwnProperty.call(message, "allowFallbacks"))
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.allowFallbacks);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ModelSelection message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.ModelSelection
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.ModelSelection & parley.v1.ModelSelection.$Shape} ModelSelection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ModelSelection.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.ModelSelection();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.models && message.models.length))
                                message.models = [];
                            message.models.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sort && message.sort.length))
                                message.sort = [];
                            message.sort.push($root.parley.v1.SortKey.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ignore && message.ignore.length))
                                message.ignore = [];
                            message.ignore.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.providerOrder && message.providerOrder.length))
                                message.providerOrder = [];
                            message.providerOrder.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.allowFallbacks = reader.bool();
                            message._allowFallbacks = "allowFallbacks";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ModelSelection;
        })();

        v1.SortKey = (function() {

            /**
             * Properties of a SortKey.
             * @typedef {Object} parley.v1.SortKey.$Properties
             * @property {string|null} [metric] SortKey metric
             * @property {string|null} [direction] SortKey direction
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SortKey.
             * @memberof parley.v1
             * @interface ISortKey
             * @augments parley.v1.SortKey.$Properties
             * @deprecated Use parley.v1.SortKey.$Properties instead.
             */

            /**
             * Shape of a SortKey.
             * @typedef {parley.v1.SortKey.$Properties} parley.v1.SortKey.$Shape
             */

            /**
             * Constructs a new SortKey.
             * @memberof parley.v1
             * @classdesc Represents a SortKey.
             * @constructor
             * @param {parley.v1.SortKey.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SortKey = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SortKey metric.
             * @member {string} metric
             * @memberof parley.v1.SortKey
             * @instance
             */
            SortKey.prototype.metric = "";

            /**
             * SortKey direction.
             * @member {string} direction
             * @memberof parley.v1.SortKey
             * @instance
             */
            SortKey.prototype.direction = "";

            /**
             * Encodes the specified SortKey message. Does not implicitly {@link parley.v1.SortKey.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SortKey
             * @static
             * @param {parley.v1.SortKey.$Properties} message SortKey message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SortKey.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.metric != null && $Object.hasOwnProperty.call(message, "metric") && message.metric !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.metric);
                if (message.direction != null && $Object.hasOwnProperty.call(message, "direction") && message.direction !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.direction);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SortKey message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SortKey
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SortKey & parley.v1.SortKey.$Shape} SortKey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SortKey.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SortKey();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.metric = value;
                            else
                                delete message.metric;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.direction = value;
                            else
                                delete message.direction;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SortKey;
        })();

        v1.ChatMessage = (function() {

            /**
             * Properties of a ChatMessage.
             * @typedef {Object} parley.v1.ChatMessage.$Properties
             * @property {parley.v1.ChatMessage.Role|null} [role] ChatMessage role
             * @property {string|null} [text] ChatMessage text
             * @property {Array.<parley.v1.ToolCall.$Properties>|null} [toolCalls] ChatMessage toolCalls
             * @property {string|null} [toolCallId] ChatMessage toolCallId
             * @property {Array.<string>|null} [imageUrls] ChatMessage imageUrls
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ChatMessage.
             * @memberof parley.v1
             * @interface IChatMessage
             * @augments parley.v1.ChatMessage.$Properties
             * @deprecated Use parley.v1.ChatMessage.$Properties instead.
             */

            /**
             * Shape of a ChatMessage.
             * @typedef {parley.v1.ChatMessage.$Properties} parley.v1.ChatMessage.$Shape
             */

            /**
             * Constructs a new ChatMessage.
             * @memberof parley.v1
             * @classdesc Represents a ChatMessage.
             * @constructor
             * @param {parley.v1.ChatMessage.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var ChatMessage = function (properties) {
                this.toolCalls = [];
                this.imageUrls = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ChatMessage role.
             * @member {parley.v1.ChatMessage.Role} role
             * @memberof parley.v1.ChatMessage
             * @instance
             */
            ChatMessage.prototype.role = 0;

            /**
             * ChatMessage text.
             * @member {string} text
             * @memberof parley.v1.ChatMessage
             * @instance
             */
            ChatMessage.prototype.text = "";

            /**
             * ChatMessage toolCalls.
             * @member {Array.<parley.v1.ToolCall.$Properties>} toolCalls
             * @memberof parley.v1.ChatMessage
             * @instance
             */
            ChatMessage.prototype.toolCalls = $util.emptyArray;

            /**
             * ChatMessage toolCallId.
             * @member {string} toolCallId
             * @memberof parley.v1.ChatMessage
             * @instance
             */
            ChatMessage.prototype.toolCallId = "";

            /**
             * ChatMessage imageUrls.
             * @member {Array.<string>} imageUrls
             * @memberof parley.v1.ChatMessage
             * @instance
             */
            ChatMessage.prototype.imageUrls = $util.emptyArray;

            /**
             * Encodes the specified ChatMessage message. Does not implicitly {@link parley.v1.ChatMessage.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.ChatMessage
             * @static
             * @param {parley.v1.ChatMessage.$Properties} message ChatMessage message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ChatMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.role);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.text);
                if (message.toolCalls != null && message.toolCalls.length)
                    for (var i = 0; i < message.toolCalls.length; ++i)
                        $root.parley.v1.ToolCall.encode(message.toolCalls[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.toolCallId != null && $Object.hasOwnProperty.call(message, "toolCallId") && message.toolCallId !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.toolCallId);
                if (message.imageUrls != null && message.imageUrls.length)
                    for (var i = 0; i < message.imageUrls.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.imageUrls[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ChatMessage message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.ChatMessage
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.ChatMessage & parley.v1.ChatMessage.$Shape} ChatMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ChatMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.ChatMessage();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.toolCalls && message.toolCalls.length))
                                message.toolCalls = [];
                            message.toolCalls.push($root.parley.v1.ToolCall.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.toolCallId = value;
                            else
                                delete message.toolCallId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.imageUrls && message.imageUrls.length))
                                message.imageUrls = [];
                            message.imageUrls.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Role enum.
             * @name parley.v1.ChatMessage.Role
             * @enum {number}
             * @property {number} ROLE_UNSPECIFIED=0 ROLE_UNSPECIFIED value
             * @property {number} SYSTEM=1 SYSTEM value
             * @property {number} USER=2 USER value
             * @property {number} ASSISTANT=3 ASSISTANT value
             * @property {number} TOOL=4 TOOL value
             */
            ChatMessage.Role = (function() {
                var valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "ROLE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "SYSTEM"] = 1;
                values[valuesById[2] = "USER"] = 2;
                values[valuesById[3] = "ASSISTANT"] = 3;
                values[valuesById[4] = "TOOL"] = 4;
                return values;
            })();

            return ChatMessage;
        })();

        v1.ToolDefinition = (function() {

            /**
             * Properties of a ToolDefinition.
             * @typedef {Object} parley.v1.ToolDefinition.$Properties
             * @property {string|null} [name] ToolDefinition name
             * @property {string|null} [description] ToolDefinition description
             * @property {string|null} [parametersJson] ToolDefinition parametersJson
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ToolDefinition.
             * @memberof parley.v1
             * @interface IToolDefinition
             * @augments parley.v1.ToolDefinition.$Properties
             * @deprecated Use parley.v1.ToolDefinition.$Properties instead.
             */

            /**
             * Shape of a ToolDefinition.
             * @typedef {parley.v1.ToolDefinition.$Properties} parley.v1.ToolDefinition.$Shape
             */

            /**
             * Constructs a new ToolDefinition.
             * @memberof parley.v1
             * @classdesc Represents a ToolDefinition.
             * @constructor
             * @param {parley.v1.ToolDefinition.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var ToolDefinition = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ToolDefinition name.
             * @member {string} name
             * @memberof parley.v1.ToolDefinition
             * @instance
             */
            ToolDefinition.prototype.name = "";

            /**
             * ToolDefinition description.
             * @member {string} description
             * @memberof parley.v1.ToolDefinition
             * @instance
             */
            ToolDefinition.prototype.description = "";

            /**
             * ToolDefinition parametersJson.
             * @member {string} parametersJson
             * @memberof parley.v1.ToolDefinition
             * @instance
             */
            ToolDefinition.prototype.parametersJson = "";

            /**
             * Encodes the specified ToolDefinition message. Does not implicitly {@link parley.v1.ToolDefinition.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.ToolDefinition
             * @static
             * @param {parley.v1.ToolDefinition.$Properties} message ToolDefinition message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ToolDefinition.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.description != null && $Object.hasOwnProperty.call(message, "description") && message.description !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.description);
                if (message.parametersJson != null && $Object.hasOwnProperty.call(message, "parametersJson") && message.parametersJson !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.parametersJson);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ToolDefinition message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.ToolDefinition
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.ToolDefinition & parley.v1.ToolDefinition.$Shape} ToolDefinition
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ToolDefinition.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.ToolDefinition();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.description = value;
                            else
                                delete message.description;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.parametersJson = value;
                            else
                                delete message.parametersJson;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ToolDefinition;
        })();

        v1.ToolCall = (function() {

            /**
             * Properties of a ToolCall.
             * @typedef {Object} parley.v1.ToolCall.$Properties
             * @property {string|null} [callId] ToolCall callId
             * @property {string|null} [name] ToolCall name
             * @property {string|null} [argumentsJson] ToolCall argumentsJson
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ToolCall.
             * @memberof parley.v1
             * @interface IToolCall
             * @augments parley.v1.ToolCall.$Properties
             * @deprecated Use parley.v1.ToolCall.$Properties instead.
             */

            /**
             * Shape of a ToolCall.
             * @typedef {parley.v1.ToolCall.$Properties} parley.v1.ToolCall.$Shape
             */

            /**
             * Constructs a new ToolCall.
             * @memberof parley.v1
             * @classdesc Represents a ToolCall.
             * @constructor
             * @param {parley.v1.ToolCall.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var ToolCall = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ToolCall callId.
             * @member {string} callId
             * @memberof parley.v1.ToolCall
             * @instance
             */
            ToolCall.prototype.callId = "";

            /**
             * ToolCall name.
             * @member {string} name
             * @memberof parley.v1.ToolCall
             * @instance
             */
            ToolCall.prototype.name = "";

            /**
             * ToolCall argumentsJson.
             * @member {string} argumentsJson
             * @memberof parley.v1.ToolCall
             * @instance
             */
            ToolCall.prototype.argumentsJson = "";

            /**
             * Encodes the specified ToolCall message. Does not implicitly {@link parley.v1.ToolCall.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.ToolCall
             * @static
             * @param {parley.v1.ToolCall.$Properties} message ToolCall message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ToolCall.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.callId != null && $Object.hasOwnProperty.call(message, "callId") && message.callId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.callId);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.argumentsJson != null && $Object.hasOwnProperty.call(message, "argumentsJson") && message.argumentsJson !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.argumentsJson);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ToolCall message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.ToolCall
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.ToolCall & parley.v1.ToolCall.$Shape} ToolCall
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ToolCall.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.ToolCall();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.callId = value;
                            else
                                delete message.callId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.argumentsJson = value;
                            else
                                delete message.argumentsJson;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ToolCall;
        })();

        v1.GenerateEvent = (function() {

            /**
             * Properties of a GenerateEvent.
             * @typedef {Object} parley.v1.GenerateEvent.$Properties
             * @property {parley.v1.GenerationStarted.$Properties|null} [started] GenerateEvent started
             * @property {parley.v1.TextDelta.$Properties|null} [text] GenerateEvent text
             * @property {parley.v1.ToolCallDelta.$Properties|null} [toolCallDelta] GenerateEvent toolCallDelta
             * @property {parley.v1.ToolCall.$Properties|null} [toolCall] GenerateEvent toolCall
             * @property {parley.v1.GenerationFinished.$Properties|null} [finished] GenerateEvent finished
             * @property {parley.v1.GenerationFailed.$Properties|null} [failed] GenerateEvent failed
             * @property {"started"|"text"|"toolCallDelta"|"toolCall"|"finished"|"failed"} [event] GenerateEvent event
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GenerateEvent.
             * @memberof parley.v1
             * @interface IGenerateEvent
             * @augments parley.v1.GenerateEvent.$Properties
             * @deprecated Use parley.v1.GenerateEvent.$Properties instead.
             */

            /**
             * Narrowed shape of a GenerateEvent.
             * @typedef {{
             *   started?: parley.v1.GenerationStarted.$Shape|null;
             *   text?: parley.v1.TextDelta.$Shape|null;
             *   toolCallDelta?: parley.v1.ToolCallDelta.$Shape|null;
             *   toolCall?: parley.v1.ToolCall.$Shape|null;
             *   finished?: parley.v1.GenerationFinished.$Shape|null;
             *   failed?: parley.v1.GenerationFailed.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ event?: undefined; started?: null; text?: null; toolCallDelta?: null; toolCall?: null; finished?: null; failed?: null }|{ event?: "started"; started: parley.v1.GenerationStarted.$Shape; text?: null; toolCallDelta?: null; toolCall?: null; finished?: null; failed?: null }|{ event?: "text"; started?: null; text: parley.v1.TextDelta.$Shape; toolCallDelta?: null; toolCall?: null; finished?: null; failed?: null }|{ event?: "toolCallDelta"; started?: null; text?: null; toolCallDelta: parley.v1.ToolCallDelta.$Shape; toolCall?: null; finished?: null; failed?: null }|{ event?: "toolCall"; started?: null; text?: null; toolCallDelta?: null; toolCall: parley.v1.ToolCall.$Shape; finished?: null; failed?: null }|{ event?: "finished"; started?: null; text?: null; toolCallDelta?: null; toolCall?: null; finished: parley.v1.GenerationFinished.$Shape; failed?: null }|{ event?: "failed"; started?: null; text?: null; toolCallDelta?: null; toolCall?: null; finished?: null; failed: parley.v1.GenerationFailed.$Shape })
             * )} parley.v1.GenerateEvent.$Shape
             */

            /**
             * Constructs a new GenerateEvent.
             * @memberof parley.v1
             * @classdesc Represents a GenerateEvent.
             * @constructor
             * @param {parley.v1.GenerateEvent.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var GenerateEvent = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GenerateEvent started.
             * @member {parley.v1.GenerationStarted.$Properties|null|undefined} started
             * @memberof parley.v1.GenerateEvent
             * @instance
             */
            GenerateEvent.prototype.started = null;

            /**
             * GenerateEvent text.
             * @member {parley.v1.TextDelta.$Properties|null|undefined} text
             * @memberof parley.v1.GenerateEvent
             * @instance
             */
            GenerateEvent.prototype.text = null;

            /**
             * GenerateEvent toolCallDelta.
             * @member {parley.v1.ToolCallDelta.$Properties|null|undefined} toolCallDelta
             * @memberof parley.v1.GenerateEvent
             * @instance
             */
            GenerateEvent.prototype.toolCallDelta = null;

            /**
             * GenerateEvent toolCall.
             * @member {parley.v1.ToolCall.$Properties|null|undefined} toolCall
             * @memberof parley.v1.GenerateEvent
             * @instance
             */
            GenerateEvent.prototype.toolCall = null;

            /**
             * GenerateEvent finished.
             * @member {parley.v1.GenerationFinished.$Properties|null|undefined} finished
             * @memberof parley.v1.GenerateEvent
             * @instance
             */
            GenerateEvent.prototype.finished = null;

            /**
             * GenerateEvent failed.
             * @member {parley.v1.GenerationFailed.$Properties|null|undefined} failed
             * @memberof parley.v1.GenerateEvent
             * @instance
             */
            GenerateEvent.prototype.failed = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * GenerateEvent event.
             * @member {"started"|"text"|"toolCallDelta"|"toolCall"|"finished"|"failed"|undefined} event
             * @memberof parley.v1.GenerateEvent
             * @instance
             */
            $Object.defineProperty(GenerateEvent.prototype, "event", {
                get: $util.oneOfGetter($oneOfFields = ["started", "text", "toolCallDelta", "toolCall", "finished", "failed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified GenerateEvent message. Does not implicitly {@link parley.v1.GenerateEvent.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.GenerateEvent
             * @static
             * @param {parley.v1.GenerateEvent.$Properties} message GenerateEvent message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GenerateEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.started != null && $Object.hasOwnProperty.call(message, "started"))
                    $root.parley.v1.GenerationStarted.encode(message.started, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                    $root.parley.v1.TextDelta.encode(message.text, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.toolCallDelta != null && $Object.hasOwnProperty.call(message, "toolCallDelta"))
                    $root.parley.v1.ToolCallDelta.encode(message.toolCallDelta, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.toolCall != null && $Object.hasOwnProperty.call(message, "toolCall"))
                    $root.parley.v1.ToolCall.encode(message.toolCall, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.finished != null && $Object.hasOwnProperty.call(message, "finished"))
                    $root.parley.v1.GenerationFinished.encode(message.finished, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.failed != null && $Object.hasOwnProperty.call(message, "failed"))
                    $root.parley.v1.GenerationFailed.encode(message.failed, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GenerateEvent message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.GenerateEvent
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.GenerateEvent & parley.v1.GenerateEvent.$Shape} GenerateEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GenerateEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.GenerateEvent();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.started = $root.parley.v1.GenerationStarted.decode(reader, reader.size(), $undefined, _depth + 1, message.started);
                            message.event = "started";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.text = $root.parley.v1.TextDelta.decode(reader, reader.size(), $undefined, _depth + 1, message.text);
                            message.event = "text";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.toolCallDelta = $root.parley.v1.ToolCallDelta.decode(reader, reader.size(), $undefined, _depth + 1, message.toolCallDelta);
                            message.event = "toolCallDelta";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.toolCall = $root.parley.v1.ToolCall.decode(reader, reader.size(), $undefined, _depth + 1, message.toolCall);
                            message.event = "toolCall";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.finished = $root.parley.v1.GenerationFinished.decode(reader, reader.size(), $undefined, _depth + 1, message.finished);
                            message.event = "finished";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.failed = $root.parley.v1.GenerationFailed.decode(reader, reader.size(), $undefined, _depth + 1, message.failed);
                            message.event = "failed";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GenerateEvent;
        })();

        v1.GenerationStarted = (function() {

            /**
             * Properties of a GenerationStarted.
             * @typedef {Object} parley.v1.GenerationStarted.$Properties
             * @property {string|null} [model] GenerationStarted model
             * @property {Array.<parley.v1.Attempt.$Properties>|null} [attempts] GenerationStarted attempts
             * @property {parley.v1.Routing.$Properties|null} [routing] GenerationStarted routing
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GenerationStarted.
             * @memberof parley.v1
             * @interface IGenerationStarted
             * @augments parley.v1.GenerationStarted.$Properties
             * @deprecated Use parley.v1.GenerationStarted.$Properties instead.
             */

            /**
             * Shape of a GenerationStarted.
             * @typedef {parley.v1.GenerationStarted.$Properties} parley.v1.GenerationStarted.$Shape
             */

            /**
             * Constructs a new GenerationStarted.
             * @memberof parley.v1
             * @classdesc Represents a GenerationStarted.
             * @constructor
             * @param {parley.v1.GenerationStarted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var GenerationStarted = function (properties) {
                this.attempts = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GenerationStarted model.
             * @member {string} model
             * @memberof parley.v1.GenerationStarted
             * @instance
             */
            GenerationStarted.prototype.model = "";

            /**
             * GenerationStarted attempts.
             * @member {Array.<parley.v1.Attempt.$Properties>} attempts
             * @memberof parley.v1.GenerationStarted
             * @instance
             */
            GenerationStarted.prototype.attempts = $util.emptyArray;

            /**
             * GenerationStarted routing.
             * @member {parley.v1.Routing.$Properties|null|undefined} routing
             * @memberof parley.v1.GenerationStarted
             * @instance
             */
            GenerationStarted.prototype.routing = null;

            /**
             * Encodes the specified GenerationStarted message. Does not implicitly {@link parley.v1.GenerationStarted.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.GenerationStarted
             * @static
             * @param {parley.v1.GenerationStarted.$Properties} message GenerationStarted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GenerationStarted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.model);
                if (message.attempts != null && message.attempts.length)
                    for (var i = 0; i < message.attempts.length; ++i)
                        $root.parley.v1.Attempt.encode(message.attempts[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.routing != null && $Object.hasOwnProperty.call(message, "routing"))
                    $root.parley.v1.Routing.encode(message.routing, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GenerationStarted message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.GenerationStarted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.GenerationStarted & parley.v1.GenerationStarted.$Shape} GenerationStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GenerationStarted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.GenerationStarted();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.attempts && message.attempts.length))
                                message.attempts = [];
                            message.attempts.push($root.parley.v1.Attempt.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.routing = $root.parley.v1.Routing.decode(reader, reader.size(), $undefined, _depth + 1, message.routing);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GenerationStarted;
        })();

        v1.Routing = (function() {

            /**
             * Properties of a Routing.
             * @typedef {Object} parley.v1.Routing.$Properties
             * @property {string|null} [router] Routing router
             * @property {string|null} [route] Routing route
             * @property {string|null} [variant] Routing variant
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Routing.
             * @memberof parley.v1
             * @interface IRouting
             * @augments parley.v1.Routing.$Properties
             * @deprecated Use parley.v1.Routing.$Properties instead.
             */

            /**
             * Shape of a Routing.
             * @typedef {parley.v1.Routing.$Properties} parley.v1.Routing.$Shape
             */

            /**
             * Constructs a new Routing.
             * @memberof parley.v1
             * @classdesc Represents a Routing.
             * @constructor
             * @param {parley.v1.Routing.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Routing = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Routing router.
             * @member {string} router
             * @memberof parley.v1.Routing
             * @instance
             */
            Routing.prototype.router = "";

            /**
             * Routing route.
             * @member {string} route
             * @memberof parley.v1.Routing
             * @instance
             */
            Routing.prototype.route = "";

            /**
             * Routing variant.
             * @member {string} variant
             * @memberof parley.v1.Routing
             * @instance
             */
            Routing.prototype.variant = "";

            /**
             * Encodes the specified Routing message. Does not implicitly {@link parley.v1.Routing.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Routing
             * @static
             * @param {parley.v1.Routing.$Properties} message Routing message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Routing.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.router != null && $Object.hasOwnProperty.call(message, "router") && message.router !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.router);
                if (message.route != null && $Object.hasOwnProperty.call(message, "route") && message.route !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.route);
                if (message.variant != null && $Object.hasOwnProperty.call(message, "variant") && message.variant !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.variant);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Routing message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Routing
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Routing & parley.v1.Routing.$Shape} Routing
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Routing.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Routing();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.router = value;
                            else
                                delete message.router;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.route = value;
                            else
                                delete message.route;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.variant = value;
                            else
                                delete message.variant;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Routing;
        })();

        v1.Attempt = (function() {

            /**
             * Properties of an Attempt.
             * @typedef {Object} parley.v1.Attempt.$Properties
             * @property {string|null} [provider] Attempt provider
             * @property {string|null} [model] Attempt model
             * @property {string|null} [status] Attempt status
             * @property {number|null} [latencyMs] Attempt latencyMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Attempt.
             * @memberof parley.v1
             * @interface IAttempt
             * @augments parley.v1.Attempt.$Properties
             * @deprecated Use parley.v1.Attempt.$Properties instead.
             */

            /**
             * Shape of an Attempt.
             * @typedef {parley.v1.Attempt.$Properties} parley.v1.Attempt.$Shape
             */

            /**
             * Constructs a new Attempt.
             * @memberof parley.v1
             * @classdesc Represents an Attempt.
             * @constructor
             * @param {parley.v1.Attempt.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Attempt = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Attempt provider.
             * @member {string} provider
             * @memberof parley.v1.Attempt
             * @instance
             */
            Attempt.prototype.provider = "";

            /**
             * Attempt model.
             * @member {string} model
             * @memberof parley.v1.Attempt
             * @instance
             */
            Attempt.prototype.model = "";

            /**
             * Attempt status.
             * @member {string} status
             * @memberof parley.v1.Attempt
             * @instance
             */
            Attempt.prototype.status = "";

            /**
             * Attempt latencyMs.
             * @member {number} latencyMs
             * @memberof parley.v1.Attempt
             * @instance
             */
            Attempt.prototype.latencyMs = 0;

            /**
             * Encodes the specified Attempt message. Does not implicitly {@link parley.v1.Attempt.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Attempt
             * @static
             * @param {parley.v1.Attempt.$Properties} message Attempt message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Attempt.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.provider != null && $Object.hasOwnProperty.call(message, "provider") && message.provider !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.provider);
                if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.model);
                if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.status);
                if (message.latencyMs != null && $Object.hasOwnProperty.call(message, "latencyMs") && message.latencyMs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.latencyMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Attempt message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Attempt
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Attempt & parley.v1.Attempt.$Shape} Attempt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Attempt.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Attempt();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.provider = value;
                            else
                                delete message.provider;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.status = value;
                            else
                                delete message.status;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.latencyMs = value;
                            else
                                delete message.latencyMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Attempt;
        })();

        v1.TextDelta = (function() {

            /**
             * Properties of a TextDelta.
             * @typedef {Object} parley.v1.TextDelta.$Properties
             * @property {string|null} [text] TextDelta text
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TextDelta.
             * @memberof parley.v1
             * @interface ITextDelta
             * @augments parley.v1.TextDelta.$Properties
             * @deprecated Use parley.v1.TextDelta.$Properties instead.
             */

            /**
             * Shape of a TextDelta.
             * @typedef {parley.v1.TextDelta.$Properties} parley.v1.TextDelta.$Shape
             */

            /**
             * Constructs a new TextDelta.
             * @memberof parley.v1
             * @classdesc Represents a TextDelta.
             * @constructor
             * @param {parley.v1.TextDelta.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var TextDelta = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TextDelta text.
             * @member {string} text
             * @memberof parley.v1.TextDelta
             * @instance
             */
            TextDelta.prototype.text = "";

            /**
             * Encodes the specified TextDelta message. Does not implicitly {@link parley.v1.TextDelta.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.TextDelta
             * @static
             * @param {parley.v1.TextDelta.$Properties} message TextDelta message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TextDelta.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.text);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TextDelta message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.TextDelta
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.TextDelta & parley.v1.TextDelta.$Shape} TextDelta
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TextDelta.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.TextDelta();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TextDelta;
        })();

        v1.ToolCallDelta = (function() {

            /**
             * Properties of a ToolCallDelta.
             * @typedef {Object} parley.v1.ToolCallDelta.$Properties
             * @property {string|null} [callId] ToolCallDelta callId
             * @property {string|null} [name] ToolCallDelta name
             * @property {string|null} [argumentsDelta] ToolCallDelta argumentsDelta
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ToolCallDelta.
             * @memberof parley.v1
             * @interface IToolCallDelta
             * @augments parley.v1.ToolCallDelta.$Properties
             * @deprecated Use parley.v1.ToolCallDelta.$Properties instead.
             */

            /**
             * Shape of a ToolCallDelta.
             * @typedef {parley.v1.ToolCallDelta.$Properties} parley.v1.ToolCallDelta.$Shape
             */

            /**
             * Constructs a new ToolCallDelta.
             * @memberof parley.v1
             * @classdesc Represents a ToolCallDelta.
             * @constructor
             * @param {parley.v1.ToolCallDelta.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var ToolCallDelta = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ToolCallDelta callId.
             * @member {string} callId
             * @memberof parley.v1.ToolCallDelta
             * @instance
             */
            ToolCallDelta.prototype.callId = "";

            /**
             * ToolCallDelta name.
             * @member {string} name
             * @memberof parley.v1.ToolCallDelta
             * @instance
             */
            ToolCallDelta.prototype.name = "";

            /**
             * ToolCallDelta argumentsDelta.
             * @member {string} argumentsDelta
             * @memberof parley.v1.ToolCallDelta
             * @instance
             */
            ToolCallDelta.prototype.argumentsDelta = "";

            /**
             * Encodes the specified ToolCallDelta message. Does not implicitly {@link parley.v1.ToolCallDelta.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.ToolCallDelta
             * @static
             * @param {parley.v1.ToolCallDelta.$Properties} message ToolCallDelta message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ToolCallDelta.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.callId != null && $Object.hasOwnProperty.call(message, "callId") && message.callId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.callId);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.argumentsDelta != null && $Object.hasOwnProperty.call(message, "argumentsDelta") && message.argumentsDelta !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.argumentsDelta);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ToolCallDelta message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.ToolCallDelta
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.ToolCallDelta & parley.v1.ToolCallDelta.$Shape} ToolCallDelta
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ToolCallDelta.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.ToolCallDelta();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.callId = value;
                            else
                                delete message.callId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.argumentsDelta = value;
                            else
                                delete message.argumentsDelta;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ToolCallDelta;
        })();

        v1.GenerationFinished = (function() {

            /**
             * Properties of a GenerationFinished.
             * @typedef {Object} parley.v1.GenerationFinished.$Properties
             * @property {parley.v1.GenerationFinished.Reason|null} [reason] GenerationFinished reason
             * @property {parley.v1.TokenUsage.$Properties|null} [usage] GenerationFinished usage
             * @property {number|null} [firstTokenMs] GenerationFinished firstTokenMs
             * @property {number|null} [totalMs] GenerationFinished totalMs
             * @property {Array.<parley.v1.Attempt.$Properties>|null} [attempts] GenerationFinished attempts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GenerationFinished.
             * @memberof parley.v1
             * @interface IGenerationFinished
             * @augments parley.v1.GenerationFinished.$Properties
             * @deprecated Use parley.v1.GenerationFinished.$Properties instead.
             */

            /**
             * Shape of a GenerationFinished.
             * @typedef {parley.v1.GenerationFinished.$Properties} parley.v1.GenerationFinished.$Shape
             */

            /**
             * Constructs a new GenerationFinished.
             * @memberof parley.v1
             * @classdesc Represents a GenerationFinished.
             * @constructor
             * @param {parley.v1.GenerationFinished.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var GenerationFinished = function (properties) {
                this.attempts = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GenerationFinished reason.
             * @member {parley.v1.GenerationFinished.Reason} reason
             * @memberof parley.v1.GenerationFinished
             * @instance
             */
            GenerationFinished.prototype.reason = 0;

            /**
             * GenerationFinished usage.
             * @member {parley.v1.TokenUsage.$Properties|null|undefined} usage
             * @memberof parley.v1.GenerationFinished
             * @instance
             */
            GenerationFinished.prototype.usage = null;

            /**
             * GenerationFinished firstTokenMs.
             * @member {number} firstTokenMs
             * @memberof parley.v1.GenerationFinished
             * @instance
             */
            GenerationFinished.prototype.firstTokenMs = 0;

            /**
             * GenerationFinished totalMs.
             * @member {number} totalMs
             * @memberof parley.v1.GenerationFinished
             * @instance
             */
            GenerationFinished.prototype.totalMs = 0;

            /**
             * GenerationFinished attempts.
             * @member {Array.<parley.v1.Attempt.$Properties>} attempts
             * @memberof parley.v1.GenerationFinished
             * @instance
             */
            GenerationFinished.prototype.attempts = $util.emptyArray;

            /**
             * Encodes the specified GenerationFinished message. Does not implicitly {@link parley.v1.GenerationFinished.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.GenerationFinished
             * @static
             * @param {parley.v1.GenerationFinished.$Properties} message GenerationFinished message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GenerationFinished.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.reason);
                if (message.usage != null && $Object.hasOwnProperty.call(message, "usage"))
                    $root.parley.v1.TokenUsage.encode(message.usage, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.firstTokenMs != null && $Object.hasOwnProperty.call(message, "firstTokenMs") && message.firstTokenMs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.firstTokenMs);
                if (message.totalMs != null && $Object.hasOwnProperty.call(message, "totalMs") && message.totalMs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.totalMs);
                if (message.attempts != null && message.attempts.length)
                    for (var i = 0; i < message.attempts.length; ++i)
                        $root.parley.v1.Attempt.encode(message.attempts[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GenerationFinished message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.GenerationFinished
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.GenerationFinished & parley.v1.GenerationFinished.$Shape} GenerationFinished
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GenerationFinished.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.GenerationFinished();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.usage = $root.parley.v1.TokenUsage.decode(reader, reader.size(), $undefined, _depth + 1, message.usage);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.firstTokenMs = value;
                            else
                                delete message.firstTokenMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.totalMs = value;
                            else
                                delete message.totalMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.attempts && message.attempts.length))
                                message.attempts = [];
                            message.attempts.push($root.parley.v1.Attempt.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Reason enum.
             * @name parley.v1.GenerationFinished.Reason
             * @enum {number}
             * @property {number} REASON_UNSPECIFIED=0 REASON_UNSPECIFIED value
             * @property {number} STOP=1 STOP value
             * @property {number} LENGTH=2 LENGTH value
             * @property {number} TOOL_CALLS=3 TOOL_CALLS value
             * @property {number} CONTENT_FILTER=4 CONTENT_FILTER value
             * @property {number} CANCELLED=5 CANCELLED value
             */
            GenerationFinished.Reason = (function() {
                var valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "REASON_UNSPECIFIED"] = 0;
                values[valuesById[1] = "STOP"] = 1;
                values[valuesById[2] = "LENGTH"] = 2;
                values[valuesById[3] = "TOOL_CALLS"] = 3;
                values[valuesById[4] = "CONTENT_FILTER"] = 4;
                values[valuesById[5] = "CANCELLED"] = 5;
                return values;
            })();

            return GenerationFinished;
        })();

        v1.TokenUsage = (function() {

            /**
             * Properties of a TokenUsage.
             * @typedef {Object} parley.v1.TokenUsage.$Properties
             * @property {number|null} [inputTokens] TokenUsage inputTokens
             * @property {number|null} [cachedInputTokens] TokenUsage cachedInputTokens
             * @property {number|null} [outputTokens] TokenUsage outputTokens
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TokenUsage.
             * @memberof parley.v1
             * @interface ITokenUsage
             * @augments parley.v1.TokenUsage.$Properties
             * @deprecated Use parley.v1.TokenUsage.$Properties instead.
             */

            /**
             * Shape of a TokenUsage.
             * @typedef {parley.v1.TokenUsage.$Properties} parley.v1.TokenUsage.$Shape
             */

            /**
             * Constructs a new TokenUsage.
             * @memberof parley.v1
             * @classdesc Represents a TokenUsage.
             * @constructor
             * @param {parley.v1.TokenUsage.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var TokenUsage = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TokenUsage inputTokens.
             * @member {number} inputTokens
             * @memberof parley.v1.TokenUsage
             * @instance
             */
            TokenUsage.prototype.inputTokens = 0;

            /**
             * TokenUsage cachedInputTokens.
             * @member {number} cachedInputTokens
             * @memberof parley.v1.TokenUsage
             * @instance
             */
            TokenUsage.prototype.cachedInputTokens = 0;

            /**
             * TokenUsage outputTokens.
             * @member {number} outputTokens
             * @memberof parley.v1.TokenUsage
             * @instance
             */
            TokenUsage.prototype.outputTokens = 0;

            /**
             * Encodes the specified TokenUsage message. Does not implicitly {@link parley.v1.TokenUsage.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.TokenUsage
             * @static
             * @param {parley.v1.TokenUsage.$Properties} message TokenUsage message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TokenUsage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.inputTokens != null && $Object.hasOwnProperty.call(message, "inputTokens") && message.inputTokens !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.inputTokens);
                if (message.cachedInputTokens != null && $Object.hasOwnProperty.call(message, "cachedInputTokens") && message.cachedInputTokens !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.cachedInputTokens);
                if (message.outputTokens != null && $Object.hasOwnProperty.call(message, "outputTokens") && message.outputTokens !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.outputTokens);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TokenUsage message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.TokenUsage
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.TokenUsage & parley.v1.TokenUsage.$Shape} TokenUsage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TokenUsage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.TokenUsage();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.inputTokens = value;
                            else
                                delete message.inputTokens;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.cachedInputTokens = value;
                            else
                                delete message.cachedInputTokens;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.outputTokens = value;
                            else
                                delete message.outputTokens;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TokenUsage;
        })();

        v1.GenerationFailed = (function() {

            /**
             * Properties of a GenerationFailed.
             * @typedef {Object} parley.v1.GenerationFailed.$Properties
             * @property {string|null} ["class"] GenerationFailed class
             * @property {string|null} [code] GenerationFailed code
             * @property {string|null} [message] GenerationFailed message
             * @property {Array.<parley.v1.Attempt.$Properties>|null} [attempts] GenerationFailed attempts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GenerationFailed.
             * @memberof parley.v1
             * @interface IGenerationFailed
             * @augments parley.v1.GenerationFailed.$Properties
             * @deprecated Use parley.v1.GenerationFailed.$Properties instead.
             */

            /**
             * Shape of a GenerationFailed.
             * @typedef {parley.v1.GenerationFailed.$Properties} parley.v1.GenerationFailed.$Shape
             */

            /**
             * Constructs a new GenerationFailed.
             * @memberof parley.v1
             * @classdesc Represents a GenerationFailed.
             * @constructor
             * @param {parley.v1.GenerationFailed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var GenerationFailed = function (properties) {
                this.attempts = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GenerationFailed class.
             * @member {string} class
             * @memberof parley.v1.GenerationFailed
             * @instance
             */
            GenerationFailed.prototype["class"] = "";

            /**
             * GenerationFailed code.
             * @member {string} code
             * @memberof parley.v1.GenerationFailed
             * @instance
             */
            GenerationFailed.prototype.code = "";

            /**
             * GenerationFailed message.
             * @member {string} message
             * @memberof parley.v1.GenerationFailed
             * @instance
             */
            GenerationFailed.prototype.message = "";

            /**
             * GenerationFailed attempts.
             * @member {Array.<parley.v1.Attempt.$Properties>} attempts
             * @memberof parley.v1.GenerationFailed
             * @instance
             */
            GenerationFailed.prototype.attempts = $util.emptyArray;

            /**
             * Encodes the specified GenerationFailed message. Does not implicitly {@link parley.v1.GenerationFailed.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.GenerationFailed
             * @static
             * @param {parley.v1.GenerationFailed.$Properties} message GenerationFailed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GenerationFailed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message["class"] != null && $Object.hasOwnProperty.call(message, "class") && message["class"] !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message["class"]);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
                if (message.attempts != null && message.attempts.length)
                    for (var i = 0; i < message.attempts.length; ++i)
                        $root.parley.v1.Attempt.encode(message.attempts[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GenerationFailed message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.GenerationFailed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.GenerationFailed & parley.v1.GenerationFailed.$Shape} GenerationFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GenerationFailed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.GenerationFailed();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message["class"] = value;
                            else
                                delete message["class"];
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.attempts && message.attempts.length))
                                message.attempts = [];
                            message.attempts.push($root.parley.v1.Attempt.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GenerationFailed;
        })();

        v1.ListModelsRequest = (function() {

            /**
             * Properties of a ListModelsRequest.
             * @typedef {Object} parley.v1.ListModelsRequest.$Properties
             * @property {boolean|null} [all] ListModelsRequest all
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListModelsRequest.
             * @memberof parley.v1
             * @interface IListModelsRequest
             * @augments parley.v1.ListModelsRequest.$Properties
             * @deprecated Use parley.v1.ListModelsRequest.$Properties instead.
             */

            /**
             * Shape of a ListModelsRequest.
             * @typedef {parley.v1.ListModelsRequest.$Properties} parley.v1.ListModelsRequest.$Shape
             */

            /**
             * Constructs a new ListModelsRequest.
             * @memberof parley.v1
             * @classdesc Represents a ListModelsRequest.
             * @constructor
             * @param {parley.v1.ListModelsRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var ListModelsRequest = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListModelsRequest all.
             * @member {boolean} all
             * @memberof parley.v1.ListModelsRequest
             * @instance
             */
            ListModelsRequest.prototype.all = false;

            /**
             * Encodes the specified ListModelsRequest message. Does not implicitly {@link parley.v1.ListModelsRequest.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.ListModelsRequest
             * @static
             * @param {parley.v1.ListModelsRequest.$Properties} message ListModelsRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListModelsRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.all != null && $Object.hasOwnProperty.call(message, "all") && message.all !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.all);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListModelsRequest message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.ListModelsRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.ListModelsRequest & parley.v1.ListModelsRequest.$Shape} ListModelsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListModelsRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.ListModelsRequest();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.all = value;
                            else
                                delete message.all;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListModelsRequest;
        })();

        v1.ListModelsReply = (function() {

            /**
             * Properties of a ListModelsReply.
             * @typedef {Object} parley.v1.ListModelsReply.$Properties
             * @property {Array.<parley.v1.ModelInfo.$Properties>|null} [models] ListModelsReply models
             * @property {string|null} [defaultModel] ListModelsReply defaultModel
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListModelsReply.
             * @memberof parley.v1
             * @interface IListModelsReply
             * @augments parley.v1.ListModelsReply.$Properties
             * @deprecated Use parley.v1.ListModelsReply.$Properties instead.
             */

            /**
             * Shape of a ListModelsReply.
             * @typedef {parley.v1.ListModelsReply.$Properties} parley.v1.ListModelsReply.$Shape
             */

            /**
             * Constructs a new ListModelsReply.
             * @memberof parley.v1
             * @classdesc Represents a ListModelsReply.
             * @constructor
             * @param {parley.v1.ListModelsReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var ListModelsReply = function (properties) {
                this.models = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListModelsReply models.
             * @member {Array.<parley.v1.ModelInfo.$Properties>} models
             * @memberof parley.v1.ListModelsReply
             * @instance
             */
            ListModelsReply.prototype.models = $util.emptyArray;

            /**
             * ListModelsReply defaultModel.
             * @member {string} defaultModel
             * @memberof parley.v1.ListModelsReply
             * @instance
             */
            ListModelsReply.prototype.defaultModel = "";

            /**
             * Encodes the specified ListModelsReply message. Does not implicitly {@link parley.v1.ListModelsReply.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.ListModelsReply
             * @static
             * @param {parley.v1.ListModelsReply.$Properties} message ListModelsReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListModelsReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.models != null && message.models.length)
                    for (var i = 0; i < message.models.length; ++i)
                        $root.parley.v1.ModelInfo.encode(message.models[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.defaultModel != null && $Object.hasOwnProperty.call(message, "defaultModel") && message.defaultModel !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.defaultModel);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListModelsReply message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.ListModelsReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.ListModelsReply & parley.v1.ListModelsReply.$Shape} ListModelsReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListModelsReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.ListModelsReply();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.models && message.models.length))
                                message.models = [];
                            message.models.push($root.parley.v1.ModelInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.defaultModel = value;
                            else
                                delete message.defaultModel;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListModelsReply;
        })();

        v1.ModelInfo = (function() {

            /**
             * Properties of a ModelInfo.
             * @typedef {Object} parley.v1.ModelInfo.$Properties
             * @property {string|null} [id] ModelInfo id
             * @property {string|null} [provider] ModelInfo provider
             * @property {number|null} [contextTokens] ModelInfo contextTokens
             * @property {boolean|null} [tools] ModelInfo tools
             * @property {boolean|null} [images] ModelInfo images
             * @property {boolean|null} [available] ModelInfo available
             * @property {number|null} [maxOutputTokens] ModelInfo maxOutputTokens
             * @property {Array.<string>|null} [inputModalities] ModelInfo inputModalities
             * @property {Array.<string>|null} [outputModalities] ModelInfo outputModalities
             * @property {boolean|null} [reasoning] ModelInfo reasoning
             * @property {parley.v1.ModelPrice.$Properties|null} [price] ModelInfo price
             * @property {string|null} [retiresOn] ModelInfo retiresOn
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ModelInfo.
             * @memberof parley.v1
             * @interface IModelInfo
             * @augments parley.v1.ModelInfo.$Properties
             * @deprecated Use parley.v1.ModelInfo.$Properties instead.
             */

            /**
             * Shape of a ModelInfo.
             * @typedef {parley.v1.ModelInfo.$Properties} parley.v1.ModelInfo.$Shape
             */

            /**
             * Constructs a new ModelInfo.
             * @memberof parley.v1
             * @classdesc Represents a ModelInfo.
             * @constructor
             * @param {parley.v1.ModelInfo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var ModelInfo = function (properties) {
                this.inputModalities = [];
                this.outputModalities = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ModelInfo id.
             * @member {string} id
             * @memberof parley.v1.ModelInfo
             * @instance
             */
            ModelInfo.prototype.id = "";

            /**
             * ModelInfo provider.
             * @member {string} provider
             * @memberof parley.v1.ModelInfo
             * @instance
             */
            ModelInfo.prototype.provider = "";

            /**
             * ModelInfo contextTokens.
             * @member {number} contextTokens
             * @memberof parley.v1.ModelInfo
             * @instance
             */
            ModelInfo.prototype.contextTokens = 0;

            /**
             * ModelInfo tools.
             * @member {boolean} tools
             * @memberof parley.v1.ModelInfo
             * @instance
             */
            ModelInfo.prototype.tools = false;

            /**
             * ModelInfo images.
             * @member {boolean} images
             * @memberof parley.v1.ModelInfo
             * @instance
             */
            ModelInfo.prototype.images = false;

            /**
             * ModelInfo available.
             * @member {boolean} available
             * @memberof parley.v1.ModelInfo
             * @instance
             */
            ModelInfo.prototype.available = false;

            /**
             * ModelInfo maxOutputTokens.
             * @member {number} maxOutputTokens
             * @memberof parley.v1.ModelInfo
             * @instance
             */
            ModelInfo.prototype.maxOutputTokens = 0;

            /**
             * ModelInfo inputModalities.
             * @member {Array.<string>} inputModalities
             * @memberof parley.v1.ModelInfo
             * @instance
             */
            ModelInfo.prototype.inputModalities = $util.emptyArray;

            /**
             * ModelInfo outputModalities.
             * @member {Array.<string>} outputModalities
             * @memberof parley.v1.ModelInfo
             * @instance
             */
            ModelInfo.prototype.outputModalities = $util.emptyArray;

            /**
             * ModelInfo reasoning.
             * @member {boolean} reasoning
             * @memberof parley.v1.ModelInfo
             * @instance
             */
            ModelInfo.prototype.reasoning = false;

            /**
             * ModelInfo price.
             * @member {parley.v1.ModelPrice.$Properties|null|undefined} price
             * @memberof parley.v1.ModelInfo
             * @instance
             */
            ModelInfo.prototype.price = null;

            /**
             * ModelInfo retiresOn.
             * @member {string} retiresOn
             * @memberof parley.v1.ModelInfo
             * @instance
             */
            ModelInfo.prototype.retiresOn = "";

            /**
             * Encodes the specified ModelInfo message. Does not implicitly {@link parley.v1.ModelInfo.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.ModelInfo
             * @static
             * @param {parley.v1.ModelInfo.$Properties} message ModelInfo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ModelInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
                if (message.provider != null && $Object.hasOwnProperty.call(message, "provider") && message.provider !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.provider);
                if (message.contextTokens != null && $Object.hasOwnProperty.call(message, "contextTokens") && message.contextTokens !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.contextTokens);
                if (message.tools != null && $Object.hasOwnProperty.call(message, "tools") && message.tools !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.tools);
                if (message.images != null && $Object.hasOwnProperty.call(message, "images") && message.images !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.images);
                if (message.available != null && $Object.hasOwnProperty.call(message, "available") && message.available !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.available);
                if (message.maxOutputTokens != null && $Object.hasOwnProperty.call(message, "maxOutputTokens") && message.maxOutputTokens !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.maxOutputTokens);
                if (message.inputModalities != null && message.inputModalities.length)
                    for (var i = 0; i < message.inputModalities.length; ++i)
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.inputModalities[i]);
                if (message.outputModalities != null && message.outputModalities.length)
                    for (var i = 0; i < message.outputModalities.length; ++i)
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.outputModalities[i]);
                if (message.reasoning != null && $Object.hasOwnProperty.call(message, "reasoning") && message.reasoning !== false)
                    writer.uint32(/* id 10, wireType 0 =*/80).bool(message.reasoning);
                if (message.price != null && $Object.hasOwnProperty.call(message, "price"))
                    $root.parley.v1.ModelPrice.encode(message.price, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.retiresOn != null && $Object.hasOwnProperty.call(message, "retiresOn") && message.retiresOn !== "")
                    writer.uint32(/* id 12, wireType 2 =*/98).string(message.retiresOn);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ModelInfo message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.ModelInfo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.ModelInfo & parley.v1.ModelInfo.$Shape} ModelInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ModelInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.ModelInfo();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.provider = value;
                            else
                                delete message.provider;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.contextTokens = value;
                            else
                                delete message.contextTokens;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.tools = value;
                            else
                                delete message.tools;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.images = value;
                            else
                                delete message.images;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.available = value;
                            else
                                delete message.available;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxOutputTokens = value;
                            else
                                delete message.maxOutputTokens;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.inputModalities && message.inputModalities.length))
                                message.inputModalities = [];
                            message.inputModalities.push(reader.stringVerify());
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.outputModalities && message.outputModalities.length))
                                message.outputModalities = [];
                            message.outputModalities.push(reader.stringVerify());
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.reasoning = value;
                            else
                                delete message.reasoning;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.price = $root.parley.v1.ModelPrice.decode(reader, reader.size(), $undefined, _depth + 1, message.price);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.retiresOn = value;
                            else
                                delete message.retiresOn;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ModelInfo;
        })();

        v1.ModelPrice = (function() {

            /**
             * Properties of a ModelPrice.
             * @typedef {Object} parley.v1.ModelPrice.$Properties
             * @property {number|null} [input] ModelPrice input
             * @property {number|null} [cachedInput] ModelPrice cachedInput
             * @property {number|null} [output] ModelPrice output
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ModelPrice.
             * @memberof parley.v1
             * @interface IModelPrice
             * @augments parley.v1.ModelPrice.$Properties
             * @deprecated Use parley.v1.ModelPrice.$Properties instead.
             */

            /**
             * Shape of a ModelPrice.
             * @typedef {parley.v1.ModelPrice.$Properties} parley.v1.ModelPrice.$Shape
             */

            /**
             * Constructs a new ModelPrice.
             * @memberof parley.v1
             * @classdesc Represents a ModelPrice.
             * @constructor
             * @param {parley.v1.ModelPrice.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var ModelPrice = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ModelPrice input.
             * @member {number} input
             * @memberof parley.v1.ModelPrice
             * @instance
             */
            ModelPrice.prototype.input = 0;

            /**
             * ModelPrice cachedInput.
             * @member {number} cachedInput
             * @memberof parley.v1.ModelPrice
             * @instance
             */
            ModelPrice.prototype.cachedInput = 0;

            /**
             * ModelPrice output.
             * @member {number} output
             * @memberof parley.v1.ModelPrice
             * @instance
             */
            ModelPrice.prototype.output = 0;

            /**
             * Encodes the specified ModelPrice message. Does not implicitly {@link parley.v1.ModelPrice.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.ModelPrice
             * @static
             * @param {parley.v1.ModelPrice.$Properties} message ModelPrice message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ModelPrice.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.input != null && $Object.hasOwnProperty.call(message, "input") && !$Object.is(message.input, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.input);
                if (message.cachedInput != null && $Object.hasOwnProperty.call(message, "cachedInput") && !$Object.is(message.cachedInput, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.cachedInput);
                if (message.output != null && $Object.hasOwnProperty.call(message, "output") && !$Object.is(message.output, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.output);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ModelPrice message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.ModelPrice
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.ModelPrice & parley.v1.ModelPrice.$Shape} ModelPrice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ModelPrice.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.ModelPrice();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.input = value;
                            else
                                delete message.input;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.cachedInput = value;
                            else
                                delete message.cachedInput;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.output = value;
                            else
                                delete message.output;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ModelPrice;
        })();

        v1.RoutersRequest = (function() {

            /**
             * Properties of a RoutersRequest.
             * @typedef {Object} parley.v1.RoutersRequest.$Properties
             * @property {parley.v1.RoutersRequest.Operation|null} [operation] RoutersRequest operation
             * @property {string|null} [name] RoutersRequest name
             * @property {string|null} [routerJson] RoutersRequest routerJson
             * @property {Array.<string>|null} [updateMask] RoutersRequest updateMask
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RoutersRequest.
             * @memberof parley.v1
             * @interface IRoutersRequest
             * @augments parley.v1.RoutersRequest.$Properties
             * @deprecated Use parley.v1.RoutersRequest.$Properties instead.
             */

            /**
             * Shape of a RoutersRequest.
             * @typedef {parley.v1.RoutersRequest.$Properties} parley.v1.RoutersRequest.$Shape
             */

            /**
             * Constructs a new RoutersRequest.
             * @memberof parley.v1
             * @classdesc Represents a RoutersRequest.
             * @constructor
             * @param {parley.v1.RoutersRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var RoutersRequest = function (properties) {
                this.updateMask = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RoutersRequest operation.
             * @member {parley.v1.RoutersRequest.Operation} operation
             * @memberof parley.v1.RoutersRequest
             * @instance
             */
            RoutersRequest.prototype.operation = 0;

            /**
             * RoutersRequest name.
             * @member {string} name
             * @memberof parley.v1.RoutersRequest
             * @instance
             */
            RoutersRequest.prototype.name = "";

            /**
             * RoutersRequest routerJson.
             * @member {string} routerJson
             * @memberof parley.v1.RoutersRequest
             * @instance
             */
            RoutersRequest.prototype.routerJson = "";

            /**
             * RoutersRequest updateMask.
             * @member {Array.<string>} updateMask
             * @memberof parley.v1.RoutersRequest
             * @instance
             */
            RoutersRequest.prototype.updateMask = $util.emptyArray;

            /**
             * Encodes the specified RoutersRequest message. Does not implicitly {@link parley.v1.RoutersRequest.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.RoutersRequest
             * @static
             * @param {parley.v1.RoutersRequest.$Properties} message RoutersRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RoutersRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.operation != null && $Object.hasOwnProperty.call(message, "operation") && message.operation !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.operation);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.routerJson != null && $Object.hasOwnProperty.call(message, "routerJson") && message.routerJson !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.routerJson);
                if (message.updateMask != null && message.updateMask.length)
                    for (var i = 0; i < message.updateMask.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.updateMask[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RoutersRequest message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.RoutersRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.RoutersRequest & parley.v1.RoutersRequest.$Shape} RoutersRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RoutersRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.RoutersRequest();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.operation = value;
                            else
                                delete message.operation;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.routerJson = value;
                            else
                                delete message.routerJson;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.updateMask && message.updateMask.length))
                                message.updateMask = [];
                            message.updateMask.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Operation enum.
             * @name parley.v1.RoutersRequest.Operation
             * @enum {number}
             * @property {number} OPERATION_UNSPECIFIED=0 OPERATION_UNSPECIFIED value
             * @property {number} LIST=1 LIST value
             * @property {number} GET=2 GET value
             * @property {number} CREATE=3 CREATE value
             * @property {number} UPDATE=4 UPDATE value
             * @property {number} DELETE=5 DELETE value
             */
            RoutersRequest.Operation = (function() {
                var valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "OPERATION_UNSPECIFIED"] = 0;
                values[valuesById[1] = "LIST"] = 1;
                values[valuesById[2] = "GET"] = 2;
                values[valuesById[3] = "CREATE"] = 3;
                values[valuesById[4] = "UPDATE"] = 4;
                values[valuesById[5] = "DELETE"] = 5;
                return values;
            })();

            return RoutersRequest;
        })();

        v1.RoutersReply = (function() {

            /**
             * Properties of a RoutersReply.
             * @typedef {Object} parley.v1.RoutersReply.$Properties
             * @property {Array.<string>|null} [routersJson] RoutersReply routersJson
             * @property {parley.v1.RoutersError.$Properties|null} [error] RoutersReply error
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RoutersReply.
             * @memberof parley.v1
             * @interface IRoutersReply
             * @augments parley.v1.RoutersReply.$Properties
             * @deprecated Use parley.v1.RoutersReply.$Properties instead.
             */

            /**
             * Shape of a RoutersReply.
             * @typedef {parley.v1.RoutersReply.$Properties} parley.v1.RoutersReply.$Shape
             */

            /**
             * Constructs a new RoutersReply.
             * @memberof parley.v1
             * @classdesc Represents a RoutersReply.
             * @constructor
             * @param {parley.v1.RoutersReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var RoutersReply = function (properties) {
                this.routersJson = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RoutersReply routersJson.
             * @member {Array.<string>} routersJson
             * @memberof parley.v1.RoutersReply
             * @instance
             */
            RoutersReply.prototype.routersJson = $util.emptyArray;

            /**
             * RoutersReply error.
             * @member {parley.v1.RoutersError.$Properties|null|undefined} error
             * @memberof parley.v1.RoutersReply
             * @instance
             */
            RoutersReply.prototype.error = null;

            /**
             * Encodes the specified RoutersReply message. Does not implicitly {@link parley.v1.RoutersReply.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.RoutersReply
             * @static
             * @param {parley.v1.RoutersReply.$Properties} message RoutersReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RoutersReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.routersJson != null && message.routersJson.length)
                    for (var i = 0; i < message.routersJson.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.routersJson[i]);
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.parley.v1.RoutersError.encode(message.error, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RoutersReply message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.RoutersReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.RoutersReply & parley.v1.RoutersReply.$Shape} RoutersReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RoutersReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.RoutersReply();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.routersJson && message.routersJson.length))
                                message.routersJson = [];
                            message.routersJson.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.parley.v1.RoutersError.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RoutersReply;
        })();

        v1.RoutersError = (function() {

            /**
             * Properties of a RoutersError.
             * @typedef {Object} parley.v1.RoutersError.$Properties
             * @property {string|null} [code] RoutersError code
             * @property {string|null} [message] RoutersError message
             * @property {string|null} [param] RoutersError param
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RoutersError.
             * @memberof parley.v1
             * @interface IRoutersError
             * @augments parley.v1.RoutersError.$Properties
             * @deprecated Use parley.v1.RoutersError.$Properties instead.
             */

            /**
             * Shape of a RoutersError.
             * @typedef {parley.v1.RoutersError.$Properties} parley.v1.RoutersError.$Shape
             */

            /**
             * Constructs a new RoutersError.
             * @memberof parley.v1
             * @classdesc Represents a RoutersError.
             * @constructor
             * @param {parley.v1.RoutersError.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var RoutersError = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RoutersError code.
             * @member {string} code
             * @memberof parley.v1.RoutersError
             * @instance
             */
            RoutersError.prototype.code = "";

            /**
             * RoutersError message.
             * @member {string} message
             * @memberof parley.v1.RoutersError
             * @instance
             */
            RoutersError.prototype.message = "";

            /**
             * RoutersError param.
             * @member {string} param
             * @memberof parley.v1.RoutersError
             * @instance
             */
            RoutersError.prototype.param = "";

            /**
             * Encodes the specified RoutersError message. Does not implicitly {@link parley.v1.RoutersError.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.RoutersError
             * @static
             * @param {parley.v1.RoutersError.$Properties} message RoutersError message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RoutersError.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.param != null && $Object.hasOwnProperty.call(message, "param") && message.param !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.param);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RoutersError message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.RoutersError
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.RoutersError & parley.v1.RoutersError.$Shape} RoutersError
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RoutersError.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.RoutersError();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.param = value;
                            else
                                delete message.param;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RoutersError;
        })();

        v1.PerceiveOpen = (function() {

            /**
             * Properties of a PerceiveOpen.
             * @typedef {Object} parley.v1.PerceiveOpen.$Properties
             * @property {number|null} [startSample] PerceiveOpen startSample
             * @property {number|null} [sampleRate] PerceiveOpen sampleRate
             * @property {number|null} [chunkMs] PerceiveOpen chunkMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PerceiveOpen.
             * @memberof parley.v1
             * @interface IPerceiveOpen
             * @augments parley.v1.PerceiveOpen.$Properties
             * @deprecated Use parley.v1.PerceiveOpen.$Properties instead.
             */

            /**
             * Shape of a PerceiveOpen.
             * @typedef {parley.v1.PerceiveOpen.$Properties} parley.v1.PerceiveOpen.$Shape
             */

            /**
             * Constructs a new PerceiveOpen.
             * @memberof parley.v1
             * @classdesc Represents a PerceiveOpen.
             * @constructor
             * @param {parley.v1.PerceiveOpen.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var PerceiveOpen = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PerceiveOpen startSample.
             * @member {number} startSample
             * @memberof parley.v1.PerceiveOpen
             * @instance
             */
            PerceiveOpen.prototype.startSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PerceiveOpen sampleRate.
             * @member {number} sampleRate
             * @memberof parley.v1.PerceiveOpen
             * @instance
             */
            PerceiveOpen.prototype.sampleRate = 0;

            /**
             * PerceiveOpen chunkMs.
             * @member {number} chunkMs
             * @memberof parley.v1.PerceiveOpen
             * @instance
             */
            PerceiveOpen.prototype.chunkMs = 0;

            /**
             * Encodes the specified PerceiveOpen message. Does not implicitly {@link parley.v1.PerceiveOpen.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.PerceiveOpen
             * @static
             * @param {parley.v1.PerceiveOpen.$Properties} message PerceiveOpen message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PerceiveOpen.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.startSample != null && $Object.hasOwnProperty.call(message, "startSample") && (typeof message.startSample === "object" ? message.startSample.low || message.startSample.high : message.startSample !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.startSample);
                if (message.sampleRate != null && $Object.hasOwnProperty.call(message, "sampleRate") && message.sampleRate !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.sampleRate);
                if (message.chunkMs != null && $Object.hasOwnProperty.call(message, "chunkMs") && message.chunkMs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.chunkMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PerceiveOpen message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.PerceiveOpen
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.PerceiveOpen & parley.v1.PerceiveOpen.$Shape} PerceiveOpen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PerceiveOpen.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.PerceiveOpen();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.startSample = value;
                            else
                                delete message.startSample;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sampleRate = value;
                            else
                                delete message.sampleRate;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.chunkMs = value;
                            else
                                delete message.chunkMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PerceiveOpen;
        })();

        v1.PerceiveInput = (function() {

            /**
             * Properties of a PerceiveInput.
             * @typedef {Object} parley.v1.PerceiveInput.$Properties
             * @property {parley.v1.AudioFrame.$Properties|null} [audio] PerceiveInput audio
             * @property {parley.v1.UtteranceStarted.$Properties|null} [utteranceStarted] PerceiveInput utteranceStarted
             * @property {parley.v1.UtteranceEnded.$Properties|null} [utteranceEnded] PerceiveInput utteranceEnded
             * @property {"audio"|"utteranceStarted"|"utteranceEnded"} [input] PerceiveInput input
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PerceiveInput.
             * @memberof parley.v1
             * @interface IPerceiveInput
             * @augments parley.v1.PerceiveInput.$Properties
             * @deprecated Use parley.v1.PerceiveInput.$Properties instead.
             */

            /**
             * Narrowed shape of a PerceiveInput.
             * @typedef {{
             *   audio?: parley.v1.AudioFrame.$Shape|null;
             *   utteranceStarted?: parley.v1.UtteranceStarted.$Shape|null;
             *   utteranceEnded?: parley.v1.UtteranceEnded.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ input?: undefined; audio?: null; utteranceStarted?: null; utteranceEnded?: null }|{ input?: "audio"; audio: parley.v1.AudioFrame.$Shape; utteranceStarted?: null; utteranceEnded?: null }|{ input?: "utteranceStarted"; audio?: null; utteranceStarted: parley.v1.UtteranceStarted.$Shape; utteranceEnded?: null }|{ input?: "utteranceEnded"; audio?: null; utteranceStarted?: null; utteranceEnded: parley.v1.UtteranceEnded.$Shape })
             * )} parley.v1.PerceiveInput.$Shape
             */

            /**
             * Constructs a new PerceiveInput.
             * @memberof parley.v1
             * @classdesc Represents a PerceiveInput.
             * @constructor
             * @param {parley.v1.PerceiveInput.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var PerceiveInput = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PerceiveInput audio.
             * @member {parley.v1.AudioFrame.$Properties|null|undefined} audio
             * @memberof parley.v1.PerceiveInput
             * @instance
             */
            PerceiveInput.prototype.audio = null;

            /**
             * PerceiveInput utteranceStarted.
             * @member {parley.v1.UtteranceStarted.$Properties|null|undefined} utteranceStarted
             * @memberof parley.v1.PerceiveInput
             * @instance
             */
            PerceiveInput.prototype.utteranceStarted = null;

            /**
             * PerceiveInput utteranceEnded.
             * @member {parley.v1.UtteranceEnded.$Properties|null|undefined} utteranceEnded
             * @memberof parley.v1.PerceiveInput
             * @instance
             */
            PerceiveInput.prototype.utteranceEnded = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * PerceiveInput input.
             * @member {"audio"|"utteranceStarted"|"utteranceEnded"|undefined} input
             * @memberof parley.v1.PerceiveInput
             * @instance
             */
            $Object.defineProperty(PerceiveInput.prototype, "input", {
                get: $util.oneOfGetter($oneOfFields = ["audio", "utteranceStarted", "utteranceEnded"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified PerceiveInput message. Does not implicitly {@link parley.v1.PerceiveInput.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.PerceiveInput
             * @static
             * @param {parley.v1.PerceiveInput.$Properties} message PerceiveInput message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PerceiveInput.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.audio != null && $Object.hasOwnProperty.call(message, "audio"))
                    $root.parley.v1.AudioFrame.encode(message.audio, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.utteranceStarted != null && $Object.hasOwnProperty.call(message, "utteranceStarted"))
                    $root.parley.v1.UtteranceStarted.encode(message.utteranceStarted, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.utteranceEnded != null && $Object.hasOwnProperty.call(message, "utteranceEnded"))
                    $root.parley.v1.UtteranceEnded.encode(message.utteranceEnded, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PerceiveInput message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.PerceiveInput
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.PerceiveInput & parley.v1.PerceiveInput.$Shape} PerceiveInput
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PerceiveInput.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.PerceiveInput();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.audio = $root.parley.v1.AudioFrame.decode(reader, reader.size(), $undefined, _depth + 1, message.audio);
                            message.input = "audio";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.utteranceStarted = $root.parley.v1.UtteranceStarted.decode(reader, reader.size(), $undefined, _depth + 1, message.utteranceStarted);
                            message.input = "utteranceStarted";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.utteranceEnded = $root.parley.v1.UtteranceEnded.decode(reader, reader.size(), $undefined, _depth + 1, message.utteranceEnded);
                            message.input = "utteranceEnded";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PerceiveInput;
        })();

        v1.UtteranceStarted = (function() {

            /**
             * Properties of an UtteranceStarted.
             * @typedef {Object} parley.v1.UtteranceStarted.$Properties
             * @property {number|null} [utterance] UtteranceStarted utterance
             * @property {number|null} [startSample] UtteranceStarted startSample
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an UtteranceStarted.
             * @memberof parley.v1
             * @interface IUtteranceStarted
             * @augments parley.v1.UtteranceStarted.$Properties
             * @deprecated Use parley.v1.UtteranceStarted.$Properties instead.
             */

            /**
             * Shape of an UtteranceStarted.
             * @typedef {parley.v1.UtteranceStarted.$Properties} parley.v1.UtteranceStarted.$Shape
             */

            /**
             * Constructs a new UtteranceStarted.
             * @memberof parley.v1
             * @classdesc Represents an UtteranceStarted.
             * @constructor
             * @param {parley.v1.UtteranceStarted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var UtteranceStarted = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UtteranceStarted utterance.
             * @member {number} utterance
             * @memberof parley.v1.UtteranceStarted
             * @instance
             */
            UtteranceStarted.prototype.utterance = 0;

            /**
             * UtteranceStarted startSample.
             * @member {number} startSample
             * @memberof parley.v1.UtteranceStarted
             * @instance
             */
            UtteranceStarted.prototype.startSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified UtteranceStarted message. Does not implicitly {@link parley.v1.UtteranceStarted.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.UtteranceStarted
             * @static
             * @param {parley.v1.UtteranceStarted.$Properties} message UtteranceStarted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UtteranceStarted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.utterance);
                if (message.startSample != null && $Object.hasOwnProperty.call(message, "startSample") && (typeof message.startSample === "object" ? message.startSample.low || message.startSample.high : message.startSample !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.startSample);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an UtteranceStarted message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.UtteranceStarted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.UtteranceStarted & parley.v1.UtteranceStarted.$Shape} UtteranceStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UtteranceStarted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.UtteranceStarted();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.startSample = value;
                            else
                                delete message.startSample;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return UtteranceStarted;
        })();

        v1.UtteranceEnded = (function() {

            /**
             * Properties of an UtteranceEnded.
             * @typedef {Object} parley.v1.UtteranceEnded.$Properties
             * @property {number|null} [utterance] UtteranceEnded utterance
             * @property {number|null} [startSample] UtteranceEnded startSample
             * @property {number|null} [endSample] UtteranceEnded endSample
             * @property {string|null} [transcript] UtteranceEnded transcript
             * @property {string|null} [language] UtteranceEnded language
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an UtteranceEnded.
             * @memberof parley.v1
             * @interface IUtteranceEnded
             * @augments parley.v1.UtteranceEnded.$Properties
             * @deprecated Use parley.v1.UtteranceEnded.$Properties instead.
             */

            /**
             * Shape of an UtteranceEnded.
             * @typedef {parley.v1.UtteranceEnded.$Properties} parley.v1.UtteranceEnded.$Shape
             */

            /**
             * Constructs a new UtteranceEnded.
             * @memberof parley.v1
             * @classdesc Represents an UtteranceEnded.
             * @constructor
             * @param {parley.v1.UtteranceEnded.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var UtteranceEnded = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UtteranceEnded utterance.
             * @member {number} utterance
             * @memberof parley.v1.UtteranceEnded
             * @instance
             */
            UtteranceEnded.prototype.utterance = 0;

            /**
             * UtteranceEnded startSample.
             * @member {number} startSample
             * @memberof parley.v1.UtteranceEnded
             * @instance
             */
            UtteranceEnded.prototype.startSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * UtteranceEnded endSample.
             * @member {number} endSample
             * @memberof parley.v1.UtteranceEnded
             * @instance
             */
            UtteranceEnded.prototype.endSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * UtteranceEnded transcript.
             * @member {string} transcript
             * @memberof parley.v1.UtteranceEnded
             * @instance
             */
            UtteranceEnded.prototype.transcript = "";

            /**
             * UtteranceEnded language.
             * @member {string} language
             * @memberof parley.v1.UtteranceEnded
             * @instance
             */
            UtteranceEnded.prototype.language = "";

            /**
             * Encodes the specified UtteranceEnded message. Does not implicitly {@link parley.v1.UtteranceEnded.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.UtteranceEnded
             * @static
             * @param {parley.v1.UtteranceEnded.$Properties} message UtteranceEnded message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UtteranceEnded.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.utterance);
                if (message.startSample != null && $Object.hasOwnProperty.call(message, "startSample") && (typeof message.startSample === "object" ? message.startSample.low || message.startSample.high : message.startSample !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.startSample);
                if (message.endSample != null && $Object.hasOwnProperty.call(message, "endSample") && (typeof message.endSample === "object" ? message.endSample.low || message.endSample.high : message.endSample !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.endSample);
                if (message.transcript != null && $Object.hasOwnProperty.call(message, "transcript") && message.transcript !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.transcript);
                if (message.language != null && $Object.hasOwnProperty.call(message, "language") && message.language !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.language);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an UtteranceEnded message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.UtteranceEnded
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.UtteranceEnded & parley.v1.UtteranceEnded.$Shape} UtteranceEnded
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UtteranceEnded.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.UtteranceEnded();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.startSample = value;
                            else
                                delete message.startSample;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.endSample = value;
                            else
                                delete message.endSample;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.transcript = value;
                            else
                                delete message.transcript;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.language = value;
                            else
                                delete message.language;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return UtteranceEnded;
        })();

        v1.PerceptionEvent = (function() {

            /**
             * Properties of a PerceptionEvent.
             * @typedef {Object} parley.v1.PerceptionEvent.$Properties
             * @property {parley.v1.PerceptionEvent.Scope|null} [scope] PerceptionEvent scope
             * @property {number|null} [utterance] PerceptionEvent utterance
             * @property {number|null} [startSample] PerceptionEvent startSample
             * @property {number|null} [endSample] PerceptionEvent endSample
             * @property {parley.v1.Perception.$Properties|null} [perception] PerceptionEvent perception
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PerceptionEvent.
             * @memberof parley.v1
             * @interface IPerceptionEvent
             * @augments parley.v1.PerceptionEvent.$Properties
             * @deprecated Use parley.v1.PerceptionEvent.$Properties instead.
             */

            /**
             * Shape of a PerceptionEvent.
             * @typedef {parley.v1.PerceptionEvent.$Properties} parley.v1.PerceptionEvent.$Shape
             */

            /**
             * Constructs a new PerceptionEvent.
             * @memberof parley.v1
             * @classdesc Represents a PerceptionEvent.
             * @constructor
             * @param {parley.v1.PerceptionEvent.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var PerceptionEvent = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PerceptionEvent scope.
             * @member {parley.v1.PerceptionEvent.Scope} scope
             * @memberof parley.v1.PerceptionEvent
             * @instance
             */
            PerceptionEvent.prototype.scope = 0;

            /**
             * PerceptionEvent utterance.
             * @member {number} utterance
             * @memberof parley.v1.PerceptionEvent
             * @instance
             */
            PerceptionEvent.prototype.utterance = 0;

            /**
             * PerceptionEvent startSample.
             * @member {number} startSample
             * @memberof parley.v1.PerceptionEvent
             * @instance
             */
            PerceptionEvent.prototype.startSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PerceptionEvent endSample.
             * @member {number} endSample
             * @memberof parley.v1.PerceptionEvent
             * @instance
             */
            PerceptionEvent.prototype.endSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PerceptionEvent perception.
             * @member {parley.v1.Perception.$Properties|null|undefined} perception
             * @memberof parley.v1.PerceptionEvent
             * @instance
             */
            PerceptionEvent.prototype.perception = null;

            /**
             * Encodes the specified PerceptionEvent message. Does not implicitly {@link parley.v1.PerceptionEvent.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.PerceptionEvent
             * @static
             * @param {parley.v1.PerceptionEvent.$Properties} message PerceptionEvent message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PerceptionEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.scope != null && $Object.hasOwnProperty.call(message, "scope") && message.scope !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.scope);
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.utterance);
                if (message.startSample != null && $Object.hasOwnProperty.call(message, "startSample") && (typeof message.startSample === "object" ? message.startSample.low || message.startSample.high : message.startSample !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.startSample);
                if (message.endSample != null && $Object.hasOwnProperty.call(message, "endSample") && (typeof message.endSample === "object" ? message.endSample.low || message.endSample.high : message.endSample !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.endSample);
                if (message.perception != null && $Object.hasOwnProperty.call(message, "perception"))
                    $root.parley.v1.Perception.encode(message.perception, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PerceptionEvent message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.PerceptionEvent
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.PerceptionEvent & parley.v1.PerceptionEvent.$Shape} PerceptionEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PerceptionEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.PerceptionEvent();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.scope = value;
                            else
                                delete message.scope;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.startSample = value;
                            else
                                delete message.startSample;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.endSample = value;
                            else
                                delete message.endSample;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.perception = $root.parley.v1.Perception.decode(reader, reader.size(), $undefined, _depth + 1, message.perception);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Scope enum.
             * @name parley.v1.PerceptionEvent.Scope
             * @enum {number}
             * @property {number} SCOPE_UNSPECIFIED=0 SCOPE_UNSPECIFIED value
             * @property {number} CHUNK=1 CHUNK value
             * @property {number} UTTERANCE=2 UTTERANCE value
             */
            PerceptionEvent.Scope = (function() {
                var valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "SCOPE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "CHUNK"] = 1;
                values[valuesById[2] = "UTTERANCE"] = 2;
                return values;
            })();

            return PerceptionEvent;
        })();

        v1.Perception = (function() {

            /**
             * Properties of a Perception.
             * @typedef {Object} parley.v1.Perception.$Properties
             * @property {Array.<parley.v1.Estimate.$Properties>|null} [emotion] Perception emotion
             * @property {Array.<parley.v1.Estimate.$Properties>|null} [age] Perception age
             * @property {Array.<parley.v1.Estimate.$Properties>|null} [accent] Perception accent
             * @property {Array.<parley.v1.Estimate.$Properties>|null} [speakingRate] Perception speakingRate
             * @property {Array.<parley.v1.Estimate.$Properties>|null} [pitch] Perception pitch
             * @property {Array.<parley.v1.Estimate.$Properties>|null} [vocalStyle] Perception vocalStyle
             * @property {number|null} [pitchHz] Perception pitchHz
             * @property {number|null} [energyDbfs] Perception energyDbfs
             * @property {number|null} [syllablesPerSecond] Perception syllablesPerSecond
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Perception.
             * @memberof parley.v1
             * @interface IPerception
             * @augments parley.v1.Perception.$Properties
             * @deprecated Use parley.v1.Perception.$Properties instead.
             */

            /**
             * Shape of a Perception.
             * @typedef {parley.v1.Perception.$Properties} parley.v1.Perception.$Shape
             */

            /**
             * Constructs a new Perception.
             * @memberof parley.v1
             * @classdesc Represents a Perception.
             * @constructor
             * @param {parley.v1.Perception.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Perception = function (properties) {
                this.emotion = [];
                this.age = [];
                this.accent = [];
                this.speakingRate = [];
                this.pitch = [];
                this.vocalStyle = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Perception emotion.
             * @member {Array.<parley.v1.Estimate.$Properties>} emotion
             * @memberof parley.v1.Perception
             * @instance
             */
            Perception.prototype.emotion = $util.emptyArray;

            /**
             * Perception age.
             * @member {Array.<parley.v1.Estimate.$Properties>} age
             * @memberof parley.v1.Perception
             * @instance
             */
            Perception.prototype.age = $util.emptyArray;

            /**
             * Perception accent.
             * @member {Array.<parley.v1.Estimate.$Properties>} accent
             * @memberof parley.v1.Perception
             * @instance
             */
            Perception.prototype.accent = $util.emptyArray;

            /**
             * Perception speakingRate.
             * @member {Array.<parley.v1.Estimate.$Properties>} speakingRate
             * @memberof parley.v1.Perception
             * @instance
             */
            Perception.prototype.speakingRate = $util.emptyArray;

            /**
             * Perception pitch.
             * @member {Array.<parley.v1.Estimate.$Properties>} pitch
             * @memberof parley.v1.Perception
             * @instance
             */
            Perception.prototype.pitch = $util.emptyArray;

            /**
             * Perception vocalStyle.
             * @member {Array.<parley.v1.Estimate.$Properties>} vocalStyle
             * @memberof parley.v1.Perception
             * @instance
             */
            Perception.prototype.vocalStyle = $util.emptyArray;

            /**
             * Perception pitchHz.
             * @member {number} pitchHz
             * @memberof parley.v1.Perception
             * @instance
             */
            Perception.prototype.pitchHz = 0;

            /**
             * Perception energyDbfs.
             * @member {number} energyDbfs
             * @memberof parley.v1.Perception
             * @instance
             */
            Perception.prototype.energyDbfs = 0;

            /**
             * Perception syllablesPerSecond.
             * @member {number} syllablesPerSecond
             * @memberof parley.v1.Perception
             * @instance
             */
            Perception.prototype.syllablesPerSecond = 0;

            /**
             * Encodes the specified Perception message. Does not implicitly {@link parley.v1.Perception.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Perception
             * @static
             * @param {parley.v1.Perception.$Properties} message Perception message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Perception.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.emotion != null && message.emotion.length)
                    for (var i = 0; i < message.emotion.length; ++i)
                        $root.parley.v1.Estimate.encode(message.emotion[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.age != null && message.age.length)
                    for (var i = 0; i < message.age.length; ++i)
                        $root.parley.v1.Estimate.encode(message.age[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.accent != null && message.accent.length)
                    for (var i = 0; i < message.accent.length; ++i)
                        $root.parley.v1.Estimate.encode(message.accent[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.speakingRate != null && message.speakingRate.length)
                    for (var i = 0; i < message.speakingRate.length; ++i)
                        $root.parley.v1.Estimate.encode(message.speakingRate[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.pitch != null && message.pitch.length)
                    for (var i = 0; i < message.pitch.length; ++i)
                        $root.parley.v1.Estimate.encode(message.pitch[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.vocalStyle != null && message.vocalStyle.length)
                    for (var i = 0; i < message.vocalStyle.length; ++i)
                        $root.parley.v1.Estimate.encode(message.vocalStyle[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.pitchHz != null && $Object.hasOwnProperty.call(message, "pitchHz") && !$Object.is(message.pitchHz, 0))
                    writer.uint32(/* id 7, wireType 5 =*/61).float(message.pitchHz);
                if (message.energyDbfs != null && $Object.hasOwnProperty.call(message, "energyDbfs") && !$Object.is(message.energyDbfs, 0))
                    writer.uint32(/* id 8, wireType 5 =*/69).float(message.energyDbfs);
                if (message.syllablesPerSecond != null && $Object.hasOwnProperty.call(message, "syllablesPerSecond") && !$Object.is(message.syllablesPerSecond, 0))
                    writer.uint32(/* id 9, wireType 5 =*/77).float(message.syllablesPerSecond);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Perception message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Perception
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Perception & parley.v1.Perception.$Shape} Perception
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Perception.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Perception();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.emotion && message.emotion.length))
                                message.emotion = [];
                            message.emotion.push($root.parley.v1.Estimate.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.age && message.age.length))
                                message.age = [];
                            message.age.push($root.parley.v1.Estimate.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.accent && message.accent.length))
                                message.accent = [];
                            message.accent.push($root.parley.v1.Estimate.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.speakingRate && message.speakingRate.length))
                                message.speakingRate = [];
                            message.speakingRate.push($root.parley.v1.Estimate.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.pitch && message.pitch.length))
                                message.pitch = [];
                            message.pitch.push($root.parley.v1.Estimate.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.vocalStyle && message.vocalStyle.length))
                                message.vocalStyle = [];
                            message.vocalStyle.push($root.parley.v1.Estimate.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.pitchHz = value;
                            else
                                delete message.pitchHz;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.energyDbfs = value;
                            else
                                delete message.energyDbfs;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.syllablesPerSecond = value;
                            else
                                delete message.syllablesPerSecond;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Perception;
        })();

        v1.Estimate = (function() {

            /**
             * Properties of an Estimate.
             * @typedef {Object} parley.v1.Estimate.$Properties
             * @property {string|null} [label] Estimate label
             * @property {number|null} [confidence] Estimate confidence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Estimate.
             * @memberof parley.v1
             * @interface IEstimate
             * @augments parley.v1.Estimate.$Properties
             * @deprecated Use parley.v1.Estimate.$Properties instead.
             */

            /**
             * Shape of an Estimate.
             * @typedef {parley.v1.Estimate.$Properties} parley.v1.Estimate.$Shape
             */

            /**
             * Constructs a new Estimate.
             * @memberof parley.v1
             * @classdesc Represents an Estimate.
             * @constructor
             * @param {parley.v1.Estimate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Estimate = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Estimate label.
             * @member {string} label
             * @memberof parley.v1.Estimate
             * @instance
             */
            Estimate.prototype.label = "";

            /**
             * Estimate confidence.
             * @member {number} confidence
             * @memberof parley.v1.Estimate
             * @instance
             */
            Estimate.prototype.confidence = 0;

            /**
             * Encodes the specified Estimate message. Does not implicitly {@link parley.v1.Estimate.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Estimate
             * @static
             * @param {parley.v1.Estimate.$Properties} message Estimate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Estimate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.label != null && $Object.hasOwnProperty.call(message, "label") && message.label !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.label);
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence") && !$Object.is(message.confidence, 0))
                    writer.uint32(/* id 2, wireType 5 =*/21).float(message.confidence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Estimate message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Estimate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Estimate & parley.v1.Estimate.$Shape} Estimate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Estimate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Estimate();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.label = value;
                            else
                                delete message.label;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.confidence = value;
                            else
                                delete message.confidence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Estimate;
        })();

        v1.HearOpen = (function() {

            /**
             * Properties of a HearOpen.
             * @typedef {Object} parley.v1.HearOpen.$Properties
             * @property {parley.v1.HearConfig.$Properties|null} [config] HearOpen config
             * @property {number|null} [startSample] HearOpen startSample
             * @property {number|null} [nextUtterance] HearOpen nextUtterance
             * @property {number|null} [sampleRate] HearOpen sampleRate
             * @property {boolean|null} [recording] HearOpen recording
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HearOpen.
             * @memberof parley.v1
             * @interface IHearOpen
             * @augments parley.v1.HearOpen.$Properties
             * @deprecated Use parley.v1.HearOpen.$Properties instead.
             */

            /**
             * Shape of a HearOpen.
             * @typedef {parley.v1.HearOpen.$Properties} parley.v1.HearOpen.$Shape
             */

            /**
             * Constructs a new HearOpen.
             * @memberof parley.v1
             * @classdesc Represents a HearOpen.
             * @constructor
             * @param {parley.v1.HearOpen.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var HearOpen = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HearOpen config.
             * @member {parley.v1.HearConfig.$Properties|null|undefined} config
             * @memberof parley.v1.HearOpen
             * @instance
             */
            HearOpen.prototype.config = null;

            /**
             * HearOpen startSample.
             * @member {number} startSample
             * @memberof parley.v1.HearOpen
             * @instance
             */
            HearOpen.prototype.startSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HearOpen nextUtterance.
             * @member {number} nextUtterance
             * @memberof parley.v1.HearOpen
             * @instance
             */
            HearOpen.prototype.nextUtterance = 0;

            /**
             * HearOpen sampleRate.
             * @member {number} sampleRate
             * @memberof parley.v1.HearOpen
             * @instance
             */
            HearOpen.prototype.sampleRate = 0;

            /**
             * HearOpen recording.
             * @member {boolean} recording
             * @memberof parley.v1.HearOpen
             * @instance
             */
            HearOpen.prototype.recording = false;

            /**
             * Encodes the specified HearOpen message. Does not implicitly {@link parley.v1.HearOpen.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.HearOpen
             * @static
             * @param {parley.v1.HearOpen.$Properties} message HearOpen message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HearOpen.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.config != null && $Object.hasOwnProperty.call(message, "config"))
                    $root.parley.v1.HearConfig.encode(message.config, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.startSample != null && $Object.hasOwnProperty.call(message, "startSample") && (typeof message.startSample === "object" ? message.startSample.low || message.startSample.high : message.startSample !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.startSample);
                if (message.nextUtterance != null && $Object.hasOwnProperty.call(message, "nextUtterance") && message.nextUtterance !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.nextUtterance);
                if (message.sampleRate != null && $Object.hasOwnProperty.call(message, "sampleRate") && message.sampleRate !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.sampleRate);
                if (message.recording != null && $Object.hasOwnProperty.call(message, "recording") && message.recording !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.recording);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HearOpen message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.HearOpen
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.HearOpen & parley.v1.HearOpen.$Shape} HearOpen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HearOpen.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.HearOpen();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.config = $root.parley.v1.HearConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.config);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.startSample = value;
                            else
                                delete message.startSample;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nextUtterance = value;
                            else
                                delete message.nextUtterance;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sampleRate = value;
                            else
                                delete message.sampleRate;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.recording = value;
                            else
                                delete message.recording;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HearOpen;
        })();

        v1.HearConfig = (function() {

            /**
             * Properties of a HearConfig.
             * @typedef {Object} parley.v1.HearConfig.$Properties
             * @property {parley.v1.TurnDetection.$Properties|null} [turnDetection] HearConfig turnDetection
             * @property {parley.v1.Transcription.$Properties|null} [transcription] HearConfig transcription
             * @property {Array.<parley.v1.ExpectedInput>|null} [expectedInput] HearConfig expectedInput
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HearConfig.
             * @memberof parley.v1
             * @interface IHearConfig
             * @augments parley.v1.HearConfig.$Properties
             * @deprecated Use parley.v1.HearConfig.$Properties instead.
             */

            /**
             * Shape of a HearConfig.
             * @typedef {parley.v1.HearConfig.$Properties} parley.v1.HearConfig.$Shape
             */

            /**
             * Constructs a new HearConfig.
             * @memberof parley.v1
             * @classdesc Represents a HearConfig.
             * @constructor
             * @param {parley.v1.HearConfig.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var HearConfig = function (properties) {
                this.expectedInput = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HearConfig turnDetection.
             * @member {parley.v1.TurnDetection.$Properties|null|undefined} turnDetection
             * @memberof parley.v1.HearConfig
             * @instance
             */
            HearConfig.prototype.turnDetection = null;

            /**
             * HearConfig transcription.
             * @member {parley.v1.Transcription.$Properties|null|undefined} transcription
             * @memberof parley.v1.HearConfig
             * @instance
             */
            HearConfig.prototype.transcription = null;

            /**
             * HearConfig expectedInput.
             * @member {Array.<parley.v1.ExpectedInput>} expectedInput
             * @memberof parley.v1.HearConfig
             * @instance
             */
            HearConfig.prototype.expectedInput = $util.emptyArray;

            /**
             * Encodes the specified HearConfig message. Does not implicitly {@link parley.v1.HearConfig.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.HearConfig
             * @static
             * @param {parley.v1.HearConfig.$Properties} message HearConfig message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HearConfig.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.turnDetection != null && $Object.hasOwnProperty.call(message, "turnDetection"))
                    $root.parley.v1.TurnDetection.encode(message.turnDetection, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.transcription != null && $Object.hasOwnProperty.call(message, "transcription"))
                    $root.parley.v1.Transcription.encode(message.transcription, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.expectedInput != null && message.expectedInput.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).int32s(message.expectedInput);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HearConfig message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.HearConfig
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.HearConfig & parley.v1.HearConfig.$Shape} HearConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HearConfig.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.HearConfig();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.turnDetection = $root.parley.v1.TurnDetection.decode(reader, reader.size(), $undefined, _depth + 1, message.turnDetection);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.transcription = $root.parley.v1.Transcription.decode(reader, reader.size(), $undefined, _depth + 1, message.transcription);
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.expectedInput && message.expectedInput.length))
                                    message.expectedInput = [];
                                reader.int32s(message.expectedInput);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.expectedInput && message.expectedInput.length))
                                message.expectedInput = [];
                            message.expectedInput.push(reader.int32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HearConfig;
        })();

        /**
         * ExpectedInput enum.
         * @name parley.v1.ExpectedInput
         * @enum {number}
         * @property {number} EXPECTED_INPUT_UNSPECIFIED=0 EXPECTED_INPUT_UNSPECIFIED value
         * @property {number} PHONE=1 PHONE value
         * @property {number} EMAIL=2 EMAIL value
         * @property {number} CODE=3 CODE value
         * @property {number} ADDRESS=4 ADDRESS value
         */
        v1.ExpectedInput = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "EXPECTED_INPUT_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PHONE"] = 1;
            values[valuesById[2] = "EMAIL"] = 2;
            values[valuesById[3] = "CODE"] = 3;
            values[valuesById[4] = "ADDRESS"] = 4;
            return values;
        })();

        v1.TurnDetection = (function() {

            /**
             * Properties of a TurnDetection.
             * @typedef {Object} parley.v1.TurnDetection.$Properties
             * @property {parley.v1.TurnDetection.Mode|null} [mode] TurnDetection mode
             * @property {number|null} [threshold] TurnDetection threshold
             * @property {number|null} [prefixPaddingMs] TurnDetection prefixPaddingMs
             * @property {number|null} [silenceDurationMs] TurnDetection silenceDurationMs
             * @property {parley.v1.TurnDetection.Eagerness|null} [eagerness] TurnDetection eagerness
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TurnDetection.
             * @memberof parley.v1
             * @interface ITurnDetection
             * @augments parley.v1.TurnDetection.$Properties
             * @deprecated Use parley.v1.TurnDetection.$Properties instead.
             */

            /**
             * Shape of a TurnDetection.
             * @typedef {parley.v1.TurnDetection.$Properties} parley.v1.TurnDetection.$Shape
             */

            /**
             * Constructs a new TurnDetection.
             * @memberof parley.v1
             * @classdesc Represents a TurnDetection.
             * @constructor
             * @param {parley.v1.TurnDetection.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var TurnDetection = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TurnDetection mode.
             * @member {parley.v1.TurnDetection.Mode} mode
             * @memberof parley.v1.TurnDetection
             * @instance
             */
            TurnDetection.prototype.mode = 0;

            /**
             * TurnDetection threshold.
             * @member {number} threshold
             * @memberof parley.v1.TurnDetection
             * @instance
             */
            TurnDetection.prototype.threshold = 0;

            /**
             * TurnDetection prefixPaddingMs.
             * @member {number} prefixPaddingMs
             * @memberof parley.v1.TurnDetection
             * @instance
             */
            TurnDetection.prototype.prefixPaddingMs = 0;

            /**
             * TurnDetection silenceDurationMs.
             * @member {number} silenceDurationMs
             * @memberof parley.v1.TurnDetection
             * @instance
             */
            TurnDetection.prototype.silenceDurationMs = 0;

            /**
             * TurnDetection eagerness.
             * @member {parley.v1.TurnDetection.Eagerness} eagerness
             * @memberof parley.v1.TurnDetection
             * @instance
             */
            TurnDetection.prototype.eagerness = 0;

            /**
             * Encodes the specified TurnDetection message. Does not implicitly {@link parley.v1.TurnDetection.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.TurnDetection
             * @static
             * @param {parley.v1.TurnDetection.$Properties} message TurnDetection message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TurnDetection.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode") && message.mode !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.mode);
                if (message.threshold != null && $Object.hasOwnProperty.call(message, "threshold") && !$Object.is(message.threshold, 0))
                    writer.uint32(/* id 2, wireType 5 =*/21).float(message.threshold);
                if (message.prefixPaddingMs != null && $Object.hasOwnProperty.call(message, "prefixPaddingMs") && message.prefixPaddingMs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.prefixPaddingMs);
                if (message.silenceDurationMs != null && $Object.hasOwnProperty.call(message, "silenceDurationMs") && message.silenceDurationMs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.silenceDurationMs);
                if (message.eagerness != null && $Object.hasOwnProperty.call(message, "eagerness") && message.eagerness !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).int32(message.eagerness);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TurnDetection message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.TurnDetection
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.TurnDetection & parley.v1.TurnDetection.$Shape} TurnDetection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TurnDetection.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.TurnDetection();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.mode = value;
                            else
                                delete message.mode;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.threshold = value;
                            else
                                delete message.threshold;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.prefixPaddingMs = value;
                            else
                                delete message.prefixPaddingMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.silenceDurationMs = value;
                            else
                                delete message.silenceDurationMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.eagerness = value;
                            else
                                delete message.eagerness;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Mode enum.
             * @name parley.v1.TurnDetection.Mode
             * @enum {number}
             * @property {number} MODE_UNSPECIFIED=0 MODE_UNSPECIFIED value
             * @property {number} SERVER_VAD=1 SERVER_VAD value
             * @property {number} SEMANTIC_VAD=2 SEMANTIC_VAD value
             */
            TurnDetection.Mode = (function() {
                var valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "MODE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "SERVER_VAD"] = 1;
                values[valuesById[2] = "SEMANTIC_VAD"] = 2;
                return values;
            })();

            /**
             * Eagerness enum.
             * @name parley.v1.TurnDetection.Eagerness
             * @enum {number}
             * @property {number} AUTO=0 AUTO value
             * @property {number} LOW=1 LOW value
             * @property {number} MEDIUM=2 MEDIUM value
             * @property {number} HIGH=3 HIGH value
             */
            TurnDetection.Eagerness = (function() {
                var valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "AUTO"] = 0;
                values[valuesById[1] = "LOW"] = 1;
                values[valuesById[2] = "MEDIUM"] = 2;
                values[valuesById[3] = "HIGH"] = 3;
                return values;
            })();

            return TurnDetection;
        })();

        v1.Transcription = (function() {

            /**
             * Properties of a Transcription.
             * @typedef {Object} parley.v1.Transcription.$Properties
             * @property {string|null} [model] Transcription model
             * @property {string|null} [language] Transcription language
             * @property {string|null} [prompt] Transcription prompt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Transcription.
             * @memberof parley.v1
             * @interface ITranscription
             * @augments parley.v1.Transcription.$Properties
             * @deprecated Use parley.v1.Transcription.$Properties instead.
             */

            /**
             * Shape of a Transcription.
             * @typedef {parley.v1.Transcription.$Properties} parley.v1.Transcription.$Shape
             */

            /**
             * Constructs a new Transcription.
             * @memberof parley.v1
             * @classdesc Represents a Transcription.
             * @constructor
             * @param {parley.v1.Transcription.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Transcription = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Transcription model.
             * @member {string} model
             * @memberof parley.v1.Transcription
             * @instance
             */
            Transcription.prototype.model = "";

            /**
             * Transcription language.
             * @member {string} language
             * @memberof parley.v1.Transcription
             * @instance
             */
            Transcription.prototype.language = "";

            /**
             * Transcription prompt.
             * @member {string} prompt
             * @memberof parley.v1.Transcription
             * @instance
             */
            Transcription.prototype.prompt = "";

            /**
             * Encodes the specified Transcription message. Does not implicitly {@link parley.v1.Transcription.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Transcription
             * @static
             * @param {parley.v1.Transcription.$Properties} message Transcription message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Transcription.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.model);
                if (message.language != null && $Object.hasOwnProperty.call(message, "language") && message.language !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.language);
                if (message.prompt != null && $Object.hasOwnProperty.call(message, "prompt") && message.prompt !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.prompt);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Transcription message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Transcription
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Transcription & parley.v1.Transcription.$Shape} Transcription
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Transcription.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Transcription();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.language = value;
                            else
                                delete message.language;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.prompt = value;
                            else
                                delete message.prompt;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Transcription;
        })();

        v1.HearInput = (function() {

            /**
             * Properties of a HearInput.
             * @typedef {Object} parley.v1.HearInput.$Properties
             * @property {parley.v1.AudioFrame.$Properties|null} [audio] HearInput audio
             * @property {parley.v1.HearConfig.$Properties|null} [configure] HearInput configure
             * @property {parley.v1.CommitUtterance.$Properties|null} [commit] HearInput commit
             * @property {parley.v1.ClearAudio.$Properties|null} [clear] HearInput clear
             * @property {parley.v1.AssistantSpeech.$Properties|null} [assistant] HearInput assistant
             * @property {"audio"|"configure"|"commit"|"clear"|"assistant"} [input] HearInput input
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HearInput.
             * @memberof parley.v1
             * @interface IHearInput
             * @augments parley.v1.HearInput.$Properties
             * @deprecated Use parley.v1.HearInput.$Properties instead.
             */

            /**
             * Narrowed shape of a HearInput.
             * @typedef {{
             *   audio?: parley.v1.AudioFrame.$Shape|null;
             *   configure?: parley.v1.HearConfig.$Shape|null;
             *   commit?: parley.v1.CommitUtterance.$Shape|null;
             *   clear?: parley.v1.ClearAudio.$Shape|null;
             *   assistant?: parley.v1.AssistantSpeech.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ input?: undefined; audio?: null; configure?: null; commit?: null; clear?: null; assistant?: null }|{ input?: "audio"; audio: parley.v1.AudioFrame.$Shape; configure?: null; commit?: null; clear?: null; assistant?: null }|{ input?: "configure"; audio?: null; configure: parley.v1.HearConfig.$Shape; commit?: null; clear?: null; assistant?: null }|{ input?: "commit"; audio?: null; configure?: null; commit: parley.v1.CommitUtterance.$Shape; clear?: null; assistant?: null }|{ input?: "clear"; audio?: null; configure?: null; commit?: null; clear: parley.v1.ClearAudio.$Shape; assistant?: null }|{ input?: "assistant"; audio?: null; configure?: null; commit?: null; clear?: null; assistant: parley.v1.AssistantSpeech.$Shape })
             * )} parley.v1.HearInput.$Shape
             */

            /**
             * Constructs a new HearInput.
             * @memberof parley.v1
             * @classdesc Represents a HearInput.
             * @constructor
             * @param {parley.v1.HearInput.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var HearInput = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HearInput audio.
             * @member {parley.v1.AudioFrame.$Properties|null|undefined} audio
             * @memberof parley.v1.HearInput
             * @instance
             */
            HearInput.prototype.audio = null;

            /**
             * HearInput configure.
             * @member {parley.v1.HearConfig.$Properties|null|undefined} configure
             * @memberof parley.v1.HearInput
             * @instance
             */
            HearInput.prototype.configure = null;

            /**
             * HearInput commit.
             * @member {parley.v1.CommitUtterance.$Properties|null|undefined} commit
             * @memberof parley.v1.HearInput
             * @instance
             */
            HearInput.prototype.commit = null;

            /**
             * HearInput clear.
             * @member {parley.v1.ClearAudio.$Properties|null|undefined} clear
             * @memberof parley.v1.HearInput
             * @instance
             */
            HearInput.prototype.clear = null;

            /**
             * HearInput assistant.
             * @member {parley.v1.AssistantSpeech.$Properties|null|undefined} assistant
             * @memberof parley.v1.HearInput
             * @instance
             */
            HearInput.prototype.assistant = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * HearInput input.
             * @member {"audio"|"configure"|"commit"|"clear"|"assistant"|undefined} input
             * @memberof parley.v1.HearInput
             * @instance
             */
            $Object.defineProperty(HearInput.prototype, "input", {
                get: $util.oneOfGetter($oneOfFields = ["audio", "configure", "commit", "clear", "assistant"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified HearInput message. Does not implicitly {@link parley.v1.HearInput.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.HearInput
             * @static
             * @param {parley.v1.HearInput.$Properties} message HearInput message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HearInput.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.audio != null && $Object.hasOwnProperty.call(message, "audio"))
                    $root.parley.v1.AudioFrame.encode(message.audio, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.configure != null && $Object.hasOwnProperty.call(message, "configure"))
                    $root.parley.v1.HearConfig.encode(message.configure, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.commit != null && $Object.hasOwnProperty.call(message, "commit"))
                    $root.parley.v1.CommitUtterance.encode(message.commit, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.clear != null && $Object.hasOwnProperty.call(message, "clear"))
                    $root.parley.v1.ClearAudio.encode(message.clear, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.assistant != null && $Object.hasOwnProperty.call(message, "assistant"))
                    $root.parley.v1.AssistantSpeech.encode(message.assistant, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HearInput message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.HearInput
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.HearInput & parley.v1.HearInput.$Shape} HearInput
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HearInput.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.HearInput();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.audio = $root.parley.v1.AudioFrame.decode(reader, reader.size(), $undefined, _depth + 1, message.audio);
                            message.input = "audio";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.configure = $root.parley.v1.HearConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.configure);
                            message.input = "configure";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.commit = $root.parley.v1.CommitUtterance.decode(reader, reader.size(), $undefined, _depth + 1, message.commit);
                            message.input = "commit";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.clear = $root.parley.v1.ClearAudio.decode(reader, reader.size(), $undefined, _depth + 1, message.clear);
                            message.input = "clear";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.assistant = $root.parley.v1.AssistantSpeech.decode(reader, reader.size(), $undefined, _depth + 1, message.assistant);
                            message.input = "assistant";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HearInput;
        })();

        v1.AssistantSpeech = (function() {

            /**
             * Properties of an AssistantSpeech.
             * @typedef {Object} parley.v1.AssistantSpeech.$Properties
             * @property {boolean|null} [speaking] AssistantSpeech speaking
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AssistantSpeech.
             * @memberof parley.v1
             * @interface IAssistantSpeech
             * @augments parley.v1.AssistantSpeech.$Properties
             * @deprecated Use parley.v1.AssistantSpeech.$Properties instead.
             */

            /**
             * Shape of an AssistantSpeech.
             * @typedef {parley.v1.AssistantSpeech.$Properties} parley.v1.AssistantSpeech.$Shape
             */

            /**
             * Constructs a new AssistantSpeech.
             * @memberof parley.v1
             * @classdesc Represents an AssistantSpeech.
             * @constructor
             * @param {parley.v1.AssistantSpeech.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var AssistantSpeech = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AssistantSpeech speaking.
             * @member {boolean} speaking
             * @memberof parley.v1.AssistantSpeech
             * @instance
             */
            AssistantSpeech.prototype.speaking = false;

            /**
             * Encodes the specified AssistantSpeech message. Does not implicitly {@link parley.v1.AssistantSpeech.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.AssistantSpeech
             * @static
             * @param {parley.v1.AssistantSpeech.$Properties} message AssistantSpeech message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AssistantSpeech.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.speaking != null && $Object.hasOwnProperty.call(message, "speaking") && message.speaking !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.speaking);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AssistantSpeech message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.AssistantSpeech
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.AssistantSpeech & parley.v1.AssistantSpeech.$Shape} AssistantSpeech
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AssistantSpeech.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.AssistantSpeech();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.speaking = value;
                            else
                                delete message.speaking;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AssistantSpeech;
        })();

        v1.CommitUtterance = (function() {

            /**
             * Properties of a CommitUtterance.
             * @typedef {Object} parley.v1.CommitUtterance.$Properties
             * @property {number|null} [utterance] CommitUtterance utterance
             * @property {number|null} [startSample] CommitUtterance startSample
             * @property {number|null} [endSample] CommitUtterance endSample
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CommitUtterance.
             * @memberof parley.v1
             * @interface ICommitUtterance
             * @augments parley.v1.CommitUtterance.$Properties
             * @deprecated Use parley.v1.CommitUtterance.$Properties instead.
             */

            /**
             * Shape of a CommitUtterance.
             * @typedef {parley.v1.CommitUtterance.$Properties} parley.v1.CommitUtterance.$Shape
             */

            /**
             * Constructs a new CommitUtterance.
             * @memberof parley.v1
             * @classdesc Represents a CommitUtterance.
             * @constructor
             * @param {parley.v1.CommitUtterance.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var CommitUtterance = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CommitUtterance utterance.
             * @member {number} utterance
             * @memberof parley.v1.CommitUtterance
             * @instance
             */
            CommitUtterance.prototype.utterance = 0;

            /**
             * CommitUtterance startSample.
             * @member {number} startSample
             * @memberof parley.v1.CommitUtterance
             * @instance
             */
            CommitUtterance.prototype.startSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * CommitUtterance endSample.
             * @member {number} endSample
             * @memberof parley.v1.CommitUtterance
             * @instance
             */
            CommitUtterance.prototype.endSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified CommitUtterance message. Does not implicitly {@link parley.v1.CommitUtterance.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.CommitUtterance
             * @static
             * @param {parley.v1.CommitUtterance.$Properties} message CommitUtterance message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CommitUtterance.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.utterance);
                if (message.startSample != null && $Object.hasOwnProperty.call(message, "startSample") && (typeof message.startSample === "object" ? message.startSample.low || message.startSample.high : message.startSample !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.startSample);
                if (message.endSample != null && $Object.hasOwnProperty.call(message, "endSample") && (typeof message.endSample === "object" ? message.endSample.low || message.endSample.high : message.endSample !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.endSample);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CommitUtterance message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.CommitUtterance
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.CommitUtterance & parley.v1.CommitUtterance.$Shape} CommitUtterance
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CommitUtterance.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.CommitUtterance();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.startSample = value;
                            else
                                delete message.startSample;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.endSample = value;
                            else
                                delete message.endSample;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CommitUtterance;
        })();

        v1.ClearAudio = (function() {

            /**
             * Properties of a ClearAudio.
             * @typedef {Object} parley.v1.ClearAudio.$Properties
             * @property {number|null} [upToSample] ClearAudio upToSample
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClearAudio.
             * @memberof parley.v1
             * @interface IClearAudio
             * @augments parley.v1.ClearAudio.$Properties
             * @deprecated Use parley.v1.ClearAudio.$Properties instead.
             */

            /**
             * Shape of a ClearAudio.
             * @typedef {parley.v1.ClearAudio.$Properties} parley.v1.ClearAudio.$Shape
             */

            /**
             * Constructs a new ClearAudio.
             * @memberof parley.v1
             * @classdesc Represents a ClearAudio.
             * @constructor
             * @param {parley.v1.ClearAudio.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var ClearAudio = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ClearAudio upToSample.
             * @member {number} upToSample
             * @memberof parley.v1.ClearAudio
             * @instance
             */
            ClearAudio.prototype.upToSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified ClearAudio message. Does not implicitly {@link parley.v1.ClearAudio.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.ClearAudio
             * @static
             * @param {parley.v1.ClearAudio.$Properties} message ClearAudio message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClearAudio.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.upToSample != null && $Object.hasOwnProperty.call(message, "upToSample") && (typeof message.upToSample === "object" ? message.upToSample.low || message.upToSample.high : message.upToSample !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.upToSample);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ClearAudio message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.ClearAudio
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.ClearAudio & parley.v1.ClearAudio.$Shape} ClearAudio
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ClearAudio.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.ClearAudio();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.upToSample = value;
                            else
                                delete message.upToSample;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ClearAudio;
        })();

        v1.HearingEvent = (function() {

            /**
             * Properties of a HearingEvent.
             * @typedef {Object} parley.v1.HearingEvent.$Properties
             * @property {parley.v1.SpeechStarted.$Properties|null} [speechStarted] HearingEvent speechStarted
             * @property {parley.v1.SpeechStopped.$Properties|null} [speechStopped] HearingEvent speechStopped
             * @property {parley.v1.TurnCandidate.$Properties|null} [turnCandidate] HearingEvent turnCandidate
             * @property {parley.v1.TurnCommitted.$Properties|null} [turnCommitted] HearingEvent turnCommitted
             * @property {parley.v1.TurnReopened.$Properties|null} [turnReopened] HearingEvent turnReopened
             * @property {parley.v1.PartialTranscript.$Properties|null} [partial] HearingEvent partial
             * @property {parley.v1.FinalTranscript.$Properties|null} [final] HearingEvent final
             * @property {parley.v1.TranscriptFailed.$Properties|null} [failed] HearingEvent failed
             * @property {parley.v1.SpeechPaused.$Properties|null} [speechPaused] HearingEvent speechPaused
             * @property {parley.v1.SpeechResumed.$Properties|null} [speechResumed] HearingEvent speechResumed
             * @property {parley.v1.HeardTo.$Properties|null} [heardTo] HearingEvent heardTo
             * @property {"speechStarted"|"speechStopped"|"turnCandidate"|"turnCommitted"|"turnReopened"|"partial"|"final"|"failed"|"speechPaused"|"speechResumed"|"heardTo"} [event] HearingEvent event
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HearingEvent.
             * @memberof parley.v1
             * @interface IHearingEvent
             * @augments parley.v1.HearingEvent.$Properties
             * @deprecated Use parley.v1.HearingEvent.$Properties instead.
             */

            /**
             * Narrowed shape of a HearingEvent.
             * @typedef {{
             *   speechStarted?: parley.v1.SpeechStarted.$Shape|null;
             *   speechStopped?: parley.v1.SpeechStopped.$Shape|null;
             *   turnCandidate?: parley.v1.TurnCandidate.$Shape|null;
             *   turnCommitted?: parley.v1.TurnCommitted.$Shape|null;
             *   turnReopened?: parley.v1.TurnReopened.$Shape|null;
             *   partial?: parley.v1.PartialTranscript.$Shape|null;
             *   final?: parley.v1.FinalTranscript.$Shape|null;
             *   failed?: parley.v1.TranscriptFailed.$Shape|null;
             *   speechPaused?: parley.v1.SpeechPaused.$Shape|null;
             *   speechResumed?: parley.v1.SpeechResumed.$Shape|null;
             *   heardTo?: parley.v1.HeardTo.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ event?: undefined; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "speechStarted"; speechStarted: parley.v1.SpeechStarted.$Shape; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "speechStopped"; speechStarted?: null; speechStopped: parley.v1.SpeechStopped.$Shape; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "turnCandidate"; speechStarted?: null; speechStopped?: null; turnCandidate: parley.v1.TurnCandidate.$Shape; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "turnCommitted"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted: parley.v1.TurnCommitted.$Shape; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "turnReopened"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened: parley.v1.TurnReopened.$Shape; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "partial"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial: parley.v1.PartialTranscript.$Shape; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "final"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final: parley.v1.FinalTranscript.$Shape; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "failed"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed: parley.v1.TranscriptFailed.$Shape; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "speechPaused"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused: parley.v1.SpeechPaused.$Shape; speechResumed?: null; heardTo?: null }|{ event?: "speechResumed"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed: parley.v1.SpeechResumed.$Shape; heardTo?: null }|{ event?: "heardTo"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo: parley.v1.HeardTo.$Shape })
             * )} parley.v1.HearingEvent.$Shape
             */

            /**
             * Constructs a new HearingEvent.
             * @memberof parley.v1
             * @classdesc Represents a HearingEvent.
             * @constructor
             * @param {parley.v1.HearingEvent.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var HearingEvent = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HearingEvent speechStarted.
             * @member {parley.v1.SpeechStarted.$Properties|null|undefined} speechStarted
             * @memberof parley.v1.HearingEvent
             * @instance
             */
            HearingEvent.prototype.speechStarted = null;

            /**
             * HearingEvent speechStopped.
             * @member {parley.v1.SpeechStopped.$Properties|null|undefined} speechStopped
             * @memberof parley.v1.HearingEvent
             * @instance
             */
            HearingEvent.prototype.speechStopped = null;

            /**
             * HearingEvent turnCandidate.
             * @member {parley.v1.TurnCandidate.$Properties|null|undefined} turnCandidate
             * @memberof parley.v1.HearingEvent
             * @instance
             */
            HearingEvent.prototype.turnCandidate = null;

            /**
             * HearingEvent turnCommitted.
             * @member {parley.v1.TurnCommitted.$Properties|null|undefined} turnCommitted
             * @memberof parley.v1.HearingEvent
             * @instance
             */
            HearingEvent.prototype.turnCommitted = null;

            /**
             * HearingEvent turnReopened.
             * @member {parley.v1.TurnReopened.$Properties|null|undefined} turnReopened
             * @memberof parley.v1.HearingEvent
             * @instance
             */
            HearingEvent.prototype.turnReopened = null;

            /**
             * HearingEvent partial.
             * @member {parley.v1.PartialTranscript.$Properties|null|undefined} partial
             * @memberof parley.v1.HearingEvent
             * @instance
             */
            HearingEvent.prototype.partial = null;

            /**
             * HearingEvent final.
             * @member {parley.v1.FinalTranscript.$Properties|null|undefined} final
             * @memberof parley.v1.HearingEvent
             * @instance
             */
            HearingEvent.prototype.final = null;

            /**
             * HearingEvent failed.
             * @member {parley.v1.TranscriptFailed.$Properties|null|undefined} failed
             * @memberof parley.v1.HearingEvent
             * @instance
             */
            HearingEvent.prototype.failed = null;

            /**
             * HearingEvent speechPaused.
             * @member {parley.v1.SpeechPaused.$Properties|null|undefined} speechPaused
             * @memberof parley.v1.HearingEvent
             * @instance
             */
            HearingEvent.prototype.speechPaused = null;

            /**
             * HearingEvent speechResumed.
             * @member {parley.v1.SpeechResumed.$Properties|null|undefined} speechResumed
             * @memberof parley.v1.HearingEvent
             * @instance
             */
            HearingEvent.prototype.speechResumed = null;

            /**
             * HearingEvent heardTo.
             * @member {parley.v1.HeardTo.$Properties|null|undefined} heardTo
             * @memberof parley.v1.HearingEvent
             * @instance
             */
            HearingEvent.prototype.heardTo = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * HearingEvent event.
             * @member {"speechStarted"|"speechStopped"|"turnCandidate"|"turnCommitted"|"turnReopened"|"partial"|"final"|"failed"|"speechPaused"|"speechResumed"|"heardTo"|undefined} event
             * @memberof parley.v1.HearingEvent
             * @instance
             */
            $Object.defineProperty(HearingEvent.prototype, "event", {
                get: $util.oneOfGetter($oneOfFields = ["speechStarted", "speechStopped", "turnCandidate", "turnCommitted", "turnReopened", "partial", "final", "failed", "speechPaused", "speechResumed", "heardTo"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified HearingEvent message. Does not implicitly {@link parley.v1.HearingEvent.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.HearingEvent
             * @static
             * @param {parley.v1.HearingEvent.$Properties} message HearingEvent message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HearingEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.speechStarted != null && $Object.hasOwnProperty.call(message, "speechStarted"))
                    $root.parley.v1.SpeechStarted.encode(message.speechStarted, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.speechStopped != null && $Object.hasOwnProperty.call(message, "speechStopped"))
                    $root.parley.v1.SpeechStopped.encode(message.speechStopped, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.turnCandidate != null && $Object.hasOwnProperty.call(message, "turnCandidate"))
                    $root.parley.v1.TurnCandidate.encode(message.turnCandidate, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.turnCommitted != null && $Object.hasOwnProperty.call(message, "turnCommitted"))
                    $root.parley.v1.TurnCommitted.encode(message.turnCommitted, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.turnReopened != null && $Object.hasOwnProperty.call(message, "turnReopened"))
                    $root.parley.v1.TurnReopened.encode(message.turnReopened, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.partial != null && $Object.hasOwnProperty.call(message, "partial"))
                    $root.parley.v1.PartialTranscript.encode(message.partial, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.final != null && $Object.hasOwnProperty.call(message, "final"))
                    $root.parley.v1.FinalTranscript.encode(message.final, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.failed != null && $Object.hasOwnProperty.call(message, "failed"))
                    $root.parley.v1.TranscriptFailed.encode(message.failed, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.speechPaused != null && $Object.hasOwnProperty.call(message, "speechPaused"))
                    $root.parley.v1.SpeechPaused.encode(message.speechPaused, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.speechResumed != null && $Object.hasOwnProperty.call(message, "speechResumed"))
                    $root.parley.v1.SpeechResumed.encode(message.speechResumed, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.heardTo != null && $Object.hasOwnProperty.call(message, "heardTo"))
                    $root.parley.v1.HeardTo.encode(message.heardTo, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HearingEvent message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.HearingEvent
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.HearingEvent & parley.v1.HearingEvent.$Shape} HearingEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HearingEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.HearingEvent();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.speechStarted = $root.parley.v1.SpeechStarted.decode(reader, reader.size(), $undefined, _depth + 1, message.speechStarted);
                            message.event = "speechStarted";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.speechStopped = $root.parley.v1.SpeechStopped.decode(reader, reader.size(), $undefined, _depth + 1, message.speechStopped);
                            message.event = "speechStopped";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.turnCandidate = $root.parley.v1.TurnCandidate.decode(reader, reader.size(), $undefined, _depth + 1, message.turnCandidate);
                            message.event = "turnCandidate";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.turnCommitted = $root.parley.v1.TurnCommitted.decode(reader, reader.size(), $undefined, _depth + 1, message.turnCommitted);
                            message.event = "turnCommitted";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.turnReopened = $root.parley.v1.TurnReopened.decode(reader, reader.size(), $undefined, _depth + 1, message.turnReopened);
                            message.event = "turnReopened";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.partial = $root.parley.v1.PartialTranscript.decode(reader, reader.size(), $undefined, _depth + 1, message.partial);
                            message.event = "partial";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.final = $root.parley.v1.FinalTranscript.decode(reader, reader.size(), $undefined, _depth + 1, message.final);
                            message.event = "final";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.failed = $root.parley.v1.TranscriptFailed.decode(reader, reader.size(), $undefined, _depth + 1, message.failed);
                            message.event = "failed";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.speechPaused = $root.parley.v1.SpeechPaused.decode(reader, reader.size(), $undefined, _depth + 1, message.speechPaused);
                            message.event = "speechPaused";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.speechResumed = $root.parley.v1.SpeechResumed.decode(reader, reader.size(), $undefined, _depth + 1, message.speechResumed);
                            message.event = "speechResumed";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.heardTo = $root.parley.v1.HeardTo.decode(reader, reader.size(), $undefined, _depth + 1, message.heardTo);
                            message.event = "heardTo";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HearingEvent;
        })();

        v1.SpeechStarted = (function() {

            /**
             * Properties of a SpeechStarted.
             * @typedef {Object} parley.v1.SpeechStarted.$Properties
             * @property {number|null} [utterance] SpeechStarted utterance
             * @property {number|null} [startSample] SpeechStarted startSample
             * @property {number|null} [continues] SpeechStarted continues
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeechStarted.
             * @memberof parley.v1
             * @interface ISpeechStarted
             * @augments parley.v1.SpeechStarted.$Properties
             * @deprecated Use parley.v1.SpeechStarted.$Properties instead.
             */

            /**
             * Shape of a SpeechStarted.
             * @typedef {parley.v1.SpeechStarted.$Properties} parley.v1.SpeechStarted.$Shape
             */

            /**
             * Constructs a new SpeechStarted.
             * @memberof parley.v1
             * @classdesc Represents a SpeechStarted.
             * @constructor
             * @param {parley.v1.SpeechStarted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeechStarted = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeechStarted utterance.
             * @member {number} utterance
             * @memberof parley.v1.SpeechStarted
             * @instance
             */
            SpeechStarted.prototype.utterance = 0;

            /**
             * SpeechStarted startSample.
             * @member {number} startSample
             * @memberof parley.v1.SpeechStarted
             * @instance
             */
            SpeechStarted.prototype.startSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * SpeechStarted continues.
             * @member {number} continues
             * @memberof parley.v1.SpeechStarted
             * @instance
             */
            SpeechStarted.prototype.continues = 0;

            /**
             * Encodes the specified SpeechStarted message. Does not implicitly {@link parley.v1.SpeechStarted.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeechStarted
             * @static
             * @param {parley.v1.SpeechStarted.$Properties} message SpeechStarted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeechStarted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.utterance);
                if (message.startSample != null && $Object.hasOwnProperty.call(message, "startSample") && (typeof message.startSample === "object" ? message.startSample.low || message.startSample.high : message.startSample !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.startSample);
                if (message.continues != null && $Object.hasOwnProperty.call(message, "continues") && message.continues !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.continues);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeechStarted message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeechStarted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeechStarted & parley.v1.SpeechStarted.$Shape} SpeechStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeechStarted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeechStarted();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.startSample = value;
                            else
                                delete message.startSample;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.continues = value;
                            else
                                delete message.continues;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeechStarted;
        })();

        v1.SpeechStopped = (function() {

            /**
             * Properties of a SpeechStopped.
             * @typedef {Object} parley.v1.SpeechStopped.$Properties
             * @property {number|null} [utterance] SpeechStopped utterance
             * @property {number|null} [endSample] SpeechStopped endSample
             * @property {number|null} [speechEndSample] SpeechStopped speechEndSample
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeechStopped.
             * @memberof parley.v1
             * @interface ISpeechStopped
             * @augments parley.v1.SpeechStopped.$Properties
             * @deprecated Use parley.v1.SpeechStopped.$Properties instead.
             */

            /**
             * Shape of a SpeechStopped.
             * @typedef {parley.v1.SpeechStopped.$Properties} parley.v1.SpeechStopped.$Shape
             */

            /**
             * Constructs a new SpeechStopped.
             * @memberof parley.v1
             * @classdesc Represents a SpeechStopped.
             * @constructor
             * @param {parley.v1.SpeechStopped.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeechStopped = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeechStopped utterance.
             * @member {number} utterance
             * @memberof parley.v1.SpeechStopped
             * @instance
             */
            SpeechStopped.prototype.utterance = 0;

            /**
             * SpeechStopped endSample.
             * @member {number} endSample
             * @memberof parley.v1.SpeechStopped
             * @instance
             */
            SpeechStopped.prototype.endSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * SpeechStopped speechEndSample.
             * @member {number} speechEndSample
             * @memberof parley.v1.SpeechStopped
             * @instance
             */
            SpeechStopped.prototype.speechEndSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified SpeechStopped message. Does not implicitly {@link parley.v1.SpeechStopped.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeechStopped
             * @static
             * @param {parley.v1.SpeechStopped.$Properties} message SpeechStopped message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeechStopped.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.utterance);
                if (message.endSample != null && $Object.hasOwnProperty.call(message, "endSample") && (typeof message.endSample === "object" ? message.endSample.low || message.endSample.high : message.endSample !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.endSample);
                if (message.speechEndSample != null && $Object.hasOwnProperty.call(message, "speechEndSample") && (typeof message.speechEndSample === "object" ? message.speechEndSample.low || message.speechEndSample.high : message.speechEndSample !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.speechEndSample);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeechStopped message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeechStopped
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeechStopped & parley.v1.SpeechStopped.$Shape} SpeechStopped
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeechStopped.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeechStopped();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.endSample = value;
                            else
                                delete message.endSample;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.speechEndSample = value;
                            else
                                delete message.speechEndSample;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeechStopped;
        })();

        v1.SpeechPaused = (function() {

            /**
             * Properties of a SpeechPaused.
             * @typedef {Object} parley.v1.SpeechPaused.$Properties
             * @property {number|null} [utterance] SpeechPaused utterance
             * @property {number|null} [speechEndSample] SpeechPaused speechEndSample
             * @property {number|null} [speechMs] SpeechPaused speechMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeechPaused.
             * @memberof parley.v1
             * @interface ISpeechPaused
             * @augments parley.v1.SpeechPaused.$Properties
             * @deprecated Use parley.v1.SpeechPaused.$Properties instead.
             */

            /**
             * Shape of a SpeechPaused.
             * @typedef {parley.v1.SpeechPaused.$Properties} parley.v1.SpeechPaused.$Shape
             */

            /**
             * Constructs a new SpeechPaused.
             * @memberof parley.v1
             * @classdesc Represents a SpeechPaused.
             * @constructor
             * @param {parley.v1.SpeechPaused.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeechPaused = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeechPaused utterance.
             * @member {number} utterance
             * @memberof parley.v1.SpeechPaused
             * @instance
             */
            SpeechPaused.prototype.utterance = 0;

            /**
             * SpeechPaused speechEndSample.
             * @member {number} speechEndSample
             * @memberof parley.v1.SpeechPaused
             * @instance
             */
            SpeechPaused.prototype.speechEndSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * SpeechPaused speechMs.
             * @member {number} speechMs
             * @memberof parley.v1.SpeechPaused
             * @instance
             */
            SpeechPaused.prototype.speechMs = 0;

            /**
             * Encodes the specified SpeechPaused message. Does not implicitly {@link parley.v1.SpeechPaused.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeechPaused
             * @static
             * @param {parley.v1.SpeechPaused.$Properties} message SpeechPaused message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeechPaused.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.utterance);
                if (message.speechEndSample != null && $Object.hasOwnProperty.call(message, "speechEndSample") && (typeof message.speechEndSample === "object" ? message.speechEndSample.low || message.speechEndSample.high : message.speechEndSample !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.speechEndSample);
                if (message.speechMs != null && $Object.hasOwnProperty.call(message, "speechMs") && message.speechMs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.speechMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeechPaused message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeechPaused
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeechPaused & parley.v1.SpeechPaused.$Shape} SpeechPaused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeechPaused.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeechPaused();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.speechEndSample = value;
                            else
                                delete message.speechEndSample;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.speechMs = value;
                            else
                                delete message.speechMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeechPaused;
        })();

        v1.SpeechResumed = (function() {

            /**
             * Properties of a SpeechResumed.
             * @typedef {Object} parley.v1.SpeechResumed.$Properties
             * @property {number|null} [utterance] SpeechResumed utterance
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeechResumed.
             * @memberof parley.v1
             * @interface ISpeechResumed
             * @augments parley.v1.SpeechResumed.$Properties
             * @deprecated Use parley.v1.SpeechResumed.$Properties instead.
             */

            /**
             * Shape of a SpeechResumed.
             * @typedef {parley.v1.SpeechResumed.$Properties} parley.v1.SpeechResumed.$Shape
             */

            /**
             * Constructs a new SpeechResumed.
             * @memberof parley.v1
             * @classdesc Represents a SpeechResumed.
             * @constructor
             * @param {parley.v1.SpeechResumed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeechResumed = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeechResumed utterance.
             * @member {number} utterance
             * @memberof parley.v1.SpeechResumed
             * @instance
             */
            SpeechResumed.prototype.utterance = 0;

            /**
             * Encodes the specified SpeechResumed message. Does not implicitly {@link parley.v1.SpeechResumed.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeechResumed
             * @static
             * @param {parley.v1.SpeechResumed.$Properties} message SpeechResumed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeechResumed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.utterance);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeechResumed message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeechResumed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeechResumed & parley.v1.SpeechResumed.$Shape} SpeechResumed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeechResumed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeechResumed();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeechResumed;
        })();

        v1.TurnCandidate = (function() {

            /**
             * Properties of a TurnCandidate.
             * @typedef {Object} parley.v1.TurnCandidate.$Properties
             * @property {number|null} [utterance] TurnCandidate utterance
             * @property {number|null} [revision] TurnCandidate revision
             * @property {number|null} [endSample] TurnCandidate endSample
             * @property {string|null} [text] TurnCandidate text
             * @property {string|null} [language] TurnCandidate language
             * @property {number|null} [probability] TurnCandidate probability
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TurnCandidate.
             * @memberof parley.v1
             * @interface ITurnCandidate
             * @augments parley.v1.TurnCandidate.$Properties
             * @deprecated Use parley.v1.TurnCandidate.$Properties instead.
             */

            /**
             * Shape of a TurnCandidate.
             * @typedef {parley.v1.TurnCandidate.$Properties} parley.v1.TurnCandidate.$Shape
             */

            /**
             * Constructs a new TurnCandidate.
             * @memberof parley.v1
             * @classdesc Represents a TurnCandidate.
             * @constructor
             * @param {parley.v1.TurnCandidate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var TurnCandidate = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TurnCandidate utterance.
             * @member {number} utterance
             * @memberof parley.v1.TurnCandidate
             * @instance
             */
            TurnCandidate.prototype.utterance = 0;

            /**
             * TurnCandidate revision.
             * @member {number} revision
             * @memberof parley.v1.TurnCandidate
             * @instance
             */
            TurnCandidate.prototype.revision = 0;

            /**
             * TurnCandidate endSample.
             * @member {number} endSample
             * @memberof parley.v1.TurnCandidate
             * @instance
             */
            TurnCandidate.prototype.endSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TurnCandidate text.
             * @member {string} text
             * @memberof parley.v1.TurnCandidate
             * @instance
             */
            TurnCandidate.prototype.text = "";

            /**
             * TurnCandidate language.
             * @member {string} language
             * @memberof parley.v1.TurnCandidate
             * @instance
             */
            TurnCandidate.prototype.language = "";

            /**
             * TurnCandidate probability.
             * @member {number} probability
             * @memberof parley.v1.TurnCandidate
             * @instance
             */
            TurnCandidate.prototype.probability = 0;

            /**
             * Encodes the specified TurnCandidate message. Does not implicitly {@link parley.v1.TurnCandidate.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.TurnCandidate
             * @static
             * @param {parley.v1.TurnCandidate.$Properties} message TurnCandidate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TurnCandidate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.utterance);
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.revision);
                if (message.endSample != null && $Object.hasOwnProperty.call(message, "endSample") && (typeof message.endSample === "object" ? message.endSample.low || message.endSample.high : message.endSample !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.endSample);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.text);
                if (message.language != null && $Object.hasOwnProperty.call(message, "language") && message.language !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.language);
                if (message.probability != null && $Object.hasOwnProperty.call(message, "probability") && !$Object.is(message.probability, 0))
                    writer.uint32(/* id 6, wireType 5 =*/53).float(message.probability);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TurnCandidate message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.TurnCandidate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.TurnCandidate & parley.v1.TurnCandidate.$Shape} TurnCandidate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TurnCandidate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.TurnCandidate();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.revision = value;
                            else
                                delete message.revision;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.endSample = value;
                            else
                                delete message.endSample;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.language = value;
                            else
                                delete message.language;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.probability = value;
                            else
                                delete message.probability;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TurnCandidate;
        })();

        v1.TurnCommitted = (function() {

            /**
             * Properties of a TurnCommitted.
             * @typedef {Object} parley.v1.TurnCommitted.$Properties
             * @property {number|null} [utterance] TurnCommitted utterance
             * @property {number|null} [revision] TurnCommitted revision
             * @property {number|null} [startSample] TurnCommitted startSample
             * @property {number|null} [endSample] TurnCommitted endSample
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TurnCommitted.
             * @memberof parley.v1
             * @interface ITurnCommitted
             * @augments parley.v1.TurnCommitted.$Properties
             * @deprecated Use parley.v1.TurnCommitted.$Properties instead.
             */

            /**
             * Shape of a TurnCommitted.
             * @typedef {parley.v1.TurnCommitted.$Properties} parley.v1.TurnCommitted.$Shape
             */

            /**
             * Constructs a new TurnCommitted.
             * @memberof parley.v1
             * @classdesc Represents a TurnCommitted.
             * @constructor
             * @param {parley.v1.TurnCommitted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var TurnCommitted = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TurnCommitted utterance.
             * @member {number} utterance
             * @memberof parley.v1.TurnCommitted
             * @instance
             */
            TurnCommitted.prototype.utterance = 0;

            /**
             * TurnCommitted revision.
             * @member {number} revision
             * @memberof parley.v1.TurnCommitted
             * @instance
             */
            TurnCommitted.prototype.revision = 0;

            /**
             * TurnCommitted startSample.
             * @member {number} startSample
             * @memberof parley.v1.TurnCommitted
             * @instance
             */
            TurnCommitted.prototype.startSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TurnCommitted endSample.
             * @member {number} endSample
             * @memberof parley.v1.TurnCommitted
             * @instance
             */
            TurnCommitted.prototype.endSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified TurnCommitted message. Does not implicitly {@link parley.v1.TurnCommitted.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.TurnCommitted
             * @static
             * @param {parley.v1.TurnCommitted.$Properties} message TurnCommitted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TurnCommitted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.utterance);
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.revision);
                if (message.startSample != null && $Object.hasOwnProperty.call(message, "startSample") && (typeof message.startSample === "object" ? message.startSample.low || message.startSample.high : message.startSample !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.startSample);
                if (message.endSample != null && $Object.hasOwnProperty.call(message, "endSample") && (typeof message.endSample === "object" ? message.endSample.low || message.endSample.high : message.endSample !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.endSample);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TurnCommitted message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.TurnCommitted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.TurnCommitted & parley.v1.TurnCommitted.$Shape} TurnCommitted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TurnCommitted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.TurnCommitted();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.revision = value;
                            else
                                delete message.revision;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.startSample = value;
                            else
                                delete message.startSample;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.endSample = value;
                            else
                                delete message.endSample;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TurnCommitted;
        })();

        v1.TurnReopened = (function() {

            /**
             * Properties of a TurnReopened.
             * @typedef {Object} parley.v1.TurnReopened.$Properties
             * @property {number|null} [utterance] TurnReopened utterance
             * @property {number|null} [revision] TurnReopened revision
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TurnReopened.
             * @memberof parley.v1
             * @interface ITurnReopened
             * @augments parley.v1.TurnReopened.$Properties
             * @deprecated Use parley.v1.TurnReopened.$Properties instead.
             */

            /**
             * Shape of a TurnReopened.
             * @typedef {parley.v1.TurnReopened.$Properties} parley.v1.TurnReopened.$Shape
             */

            /**
             * Constructs a new TurnReopened.
             * @memberof parley.v1
             * @classdesc Represents a TurnReopened.
             * @constructor
             * @param {parley.v1.TurnReopened.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var TurnReopened = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TurnReopened utterance.
             * @member {number} utterance
             * @memberof parley.v1.TurnReopened
             * @instance
             */
            TurnReopened.prototype.utterance = 0;

            /**
             * TurnReopened revision.
             * @member {number} revision
             * @memberof parley.v1.TurnReopened
             * @instance
             */
            TurnReopened.prototype.revision = 0;

            /**
             * Encodes the specified TurnReopened message. Does not implicitly {@link parley.v1.TurnReopened.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.TurnReopened
             * @static
             * @param {parley.v1.TurnReopened.$Properties} message TurnReopened message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TurnReopened.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.utterance);
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.revision);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TurnReopened message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.TurnReopened
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.TurnReopened & parley.v1.TurnReopened.$Shape} TurnReopened
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TurnReopened.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.TurnReopened();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.revision = value;
                            else
                                delete message.revision;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TurnReopened;
        })();

        v1.PartialTranscript = (function() {

            /**
             * Properties of a PartialTranscript.
             * @typedef {Object} parley.v1.PartialTranscript.$Properties
             * @property {number|null} [utterance] PartialTranscript utterance
             * @property {string|null} [text] PartialTranscript text
             * @property {number|null} [stableChars] PartialTranscript stableChars
             * @property {number|null} [heardToSample] PartialTranscript heardToSample
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PartialTranscript.
             * @memberof parley.v1
             * @interface IPartialTranscript
             * @augments parley.v1.PartialTranscript.$Properties
             * @deprecated Use parley.v1.PartialTranscript.$Properties instead.
             */

            /**
             * Shape of a PartialTranscript.
             * @typedef {parley.v1.PartialTranscript.$Properties} parley.v1.PartialTranscript.$Shape
             */

            /**
             * Constructs a new PartialTranscript.
             * @memberof parley.v1
             * @classdesc Represents a PartialTranscript.
             * @constructor
             * @param {parley.v1.PartialTranscript.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var PartialTranscript = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PartialTranscript utterance.
             * @member {number} utterance
             * @memberof parley.v1.PartialTranscript
             * @instance
             */
            PartialTranscript.prototype.utterance = 0;

            /**
             * PartialTranscript text.
             * @member {string} text
             * @memberof parley.v1.PartialTranscript
             * @instance
             */
            PartialTranscript.prototype.text = "";

            /**
             * PartialTranscript stableChars.
             * @member {number} stableChars
             * @memberof parley.v1.PartialTranscript
             * @instance
             */
            PartialTranscript.prototype.stableChars = 0;

            /**
             * PartialTranscript heardToSample.
             * @member {number} heardToSample
             * @memberof parley.v1.PartialTranscript
             * @instance
             */
            PartialTranscript.prototype.heardToSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified PartialTranscript message. Does not implicitly {@link parley.v1.PartialTranscript.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.PartialTranscript
             * @static
             * @param {parley.v1.PartialTranscript.$Properties} message PartialTranscript message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PartialTranscript.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.utterance);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.text);
                if (message.stableChars != null && $Object.hasOwnProperty.call(message, "stableChars") && message.stableChars !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.stableChars);
                if (message.heardToSample != null && $Object.hasOwnProperty.call(message, "heardToSample") && (typeof message.heardToSample === "object" ? message.heardToSample.low || message.heardToSample.high : message.heardToSample !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.heardToSample);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PartialTranscript message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.PartialTranscript
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.PartialTranscript & parley.v1.PartialTranscript.$Shape} PartialTranscript
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PartialTranscript.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.PartialTranscript();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.stableChars = value;
                            else
                                delete message.stableChars;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.heardToSample = value;
                            else
                                delete message.heardToSample;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PartialTranscript;
        })();

        v1.FinalTranscript = (function() {

            /**
             * Properties of a FinalTranscript.
             * @typedef {Object} parley.v1.FinalTranscript.$Properties
             * @property {number|null} [utterance] FinalTranscript utterance
             * @property {number|null} [revision] FinalTranscript revision
             * @property {string|null} [text] FinalTranscript text
             * @property {string|null} [language] FinalTranscript language
             * @property {Array.<parley.v1.WordTime.$Properties>|null} [words] FinalTranscript words
             * @property {number|null} [confidence] FinalTranscript confidence
             * @property {string|null} [engine] FinalTranscript engine
             * @property {number|null} [decodeMs] FinalTranscript decodeMs
             * @property {number|null} [audioMs] FinalTranscript audioMs
             * @property {number|null} [waitedMs] FinalTranscript waitedMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a FinalTranscript.
             * @memberof parley.v1
             * @interface IFinalTranscript
             * @augments parley.v1.FinalTranscript.$Properties
             * @deprecated Use parley.v1.FinalTranscript.$Properties instead.
             */

            /**
             * Shape of a FinalTranscript.
             * @typedef {parley.v1.FinalTranscript.$Properties} parley.v1.FinalTranscript.$Shape
             */

            /**
             * Constructs a new FinalTranscript.
             * @memberof parley.v1
             * @classdesc Represents a FinalTranscript.
             * @constructor
             * @param {parley.v1.FinalTranscript.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var FinalTranscript = function (properties) {
                this.words = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * FinalTranscript utterance.
             * @member {number} utterance
             * @memberof parley.v1.FinalTranscript
             * @instance
             */
            FinalTranscript.prototype.utterance = 0;

            /**
             * FinalTranscript revision.
             * @member {number} revision
             * @memberof parley.v1.FinalTranscript
             * @instance
             */
            FinalTranscript.prototype.revision = 0;

            /**
             * FinalTranscript text.
             * @member {string} text
             * @memberof parley.v1.FinalTranscript
             * @instance
             */
            FinalTranscript.prototype.text = "";

            /**
             * FinalTranscript language.
             * @member {string} language
             * @memberof parley.v1.FinalTranscript
             * @instance
             */
            FinalTranscript.prototype.language = "";

            /**
             * FinalTranscript words.
             * @member {Array.<parley.v1.WordTime.$Properties>} words
             * @memberof parley.v1.FinalTranscript
             * @instance
             */
            FinalTranscript.prototype.words = $util.emptyArray;

            /**
             * FinalTranscript confidence.
             * @member {number} confidence
             * @memberof parley.v1.FinalTranscript
             * @instance
             */
            FinalTranscript.prototype.confidence = 0;

            /**
             * FinalTranscript engine.
             * @member {string} engine
             * @memberof parley.v1.FinalTranscript
             * @instance
             */
            FinalTranscript.prototype.engine = "";

            /**
             * FinalTranscript decodeMs.
             * @member {number} decodeMs
             * @memberof parley.v1.FinalTranscript
             * @instance
             */
            FinalTranscript.prototype.decodeMs = 0;

            /**
             * FinalTranscript audioMs.
             * @member {number} audioMs
             * @memberof parley.v1.FinalTranscript
             * @instance
             */
            FinalTranscript.prototype.audioMs = 0;

            /**
             * FinalTranscript waitedMs.
             * @member {number} waitedMs
             * @memberof parley.v1.FinalTranscript
             * @instance
             */
            FinalTranscript.prototype.waitedMs = 0;

            /**
             * Encodes the specified FinalTranscript message. Does not implicitly {@link parley.v1.FinalTranscript.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.FinalTranscript
             * @static
             * @param {parley.v1.FinalTranscript.$Properties} message FinalTranscript message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            FinalTranscript.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.utterance);
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.revision);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.text);
                if (message.language != null && $Object.hasOwnProperty.call(message, "language") && message.language !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.language);
                if (message.words != null && message.words.length)
                    for (var i = 0; i < message.words.length; ++i)
                        $root.parley.v1.WordTime.encode(message.words[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence") && !$Object.is(message.confidence, 0))
                    writer.uint32(/* id 6, wireType 5 =*/53).float(message.confidence);
                if (message.engine != null && $Object.hasOwnProperty.call(message, "engine") && message.engine !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.engine);
                if (message.decodeMs != null && $Object.hasOwnProperty.call(message, "decodeMs") && message.decodeMs !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.decodeMs);
                if (message.audioMs != null && $Object.hasOwnProperty.call(message, "audioMs") && message.audioMs !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.audioMs);
                if (message.waitedMs != null && $Object.hasOwnProperty.call(message, "waitedMs") && message.waitedMs !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.waitedMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a FinalTranscript message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.FinalTranscript
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.FinalTranscript & parley.v1.FinalTranscript.$Shape} FinalTranscript
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            FinalTranscript.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.FinalTranscript();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.revision = value;
                            else
                                delete message.revision;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.language = value;
                            else
                                delete message.language;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.words && message.words.length))
                                message.words = [];
                            message.words.push($root.parley.v1.WordTime.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.confidence = value;
                            else
                                delete message.confidence;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.engine = value;
                            else
                                delete message.engine;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.decodeMs = value;
                            else
                                delete message.decodeMs;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.audioMs = value;
                            else
                                delete message.audioMs;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.waitedMs = value;
                            else
                                delete message.waitedMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return FinalTranscript;
        })();

        v1.TranscriptFailed = (function() {

            /**
             * Properties of a TranscriptFailed.
             * @typedef {Object} parley.v1.TranscriptFailed.$Properties
             * @property {number|null} [utterance] TranscriptFailed utterance
             * @property {number|null} [revision] TranscriptFailed revision
             * @property {string|null} [code] TranscriptFailed code
             * @property {string|null} [message] TranscriptFailed message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TranscriptFailed.
             * @memberof parley.v1
             * @interface ITranscriptFailed
             * @augments parley.v1.TranscriptFailed.$Properties
             * @deprecated Use parley.v1.TranscriptFailed.$Properties instead.
             */

            /**
             * Shape of a TranscriptFailed.
             * @typedef {parley.v1.TranscriptFailed.$Properties} parley.v1.TranscriptFailed.$Shape
             */

            /**
             * Constructs a new TranscriptFailed.
             * @memberof parley.v1
             * @classdesc Represents a TranscriptFailed.
             * @constructor
             * @param {parley.v1.TranscriptFailed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var TranscriptFailed = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TranscriptFailed utterance.
             * @member {number} utterance
             * @memberof parley.v1.TranscriptFailed
             * @instance
             */
            TranscriptFailed.prototype.utterance = 0;

            /**
             * TranscriptFailed revision.
             * @member {number} revision
             * @memberof parley.v1.TranscriptFailed
             * @instance
             */
            TranscriptFailed.prototype.revision = 0;

            /**
             * TranscriptFailed code.
             * @member {string} code
             * @memberof parley.v1.TranscriptFailed
             * @instance
             */
            TranscriptFailed.prototype.code = "";

            /**
             * TranscriptFailed message.
             * @member {string} message
             * @memberof parley.v1.TranscriptFailed
             * @instance
             */
            TranscriptFailed.prototype.message = "";

            /**
             * Encodes the specified TranscriptFailed message. Does not implicitly {@link parley.v1.TranscriptFailed.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.TranscriptFailed
             * @static
             * @param {parley.v1.TranscriptFailed.$Properties} message TranscriptFailed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TranscriptFailed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.utterance != null && $Object.hasOwnProperty.call(message, "utterance") && message.utterance !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.utterance);
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.revision);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.message);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TranscriptFailed message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.TranscriptFailed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.TranscriptFailed & parley.v1.TranscriptFailed.$Shape} TranscriptFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TranscriptFailed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.TranscriptFailed();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.utterance = value;
                            else
                                delete message.utterance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.revision = value;
                            else
                                delete message.revision;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TranscriptFailed;
        })();

        v1.HeardTo = (function() {

            /**
             * Properties of a HeardTo.
             * @typedef {Object} parley.v1.HeardTo.$Properties
             * @property {number|null} [sample] HeardTo sample
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HeardTo.
             * @memberof parley.v1
             * @interface IHeardTo
             * @augments parley.v1.HeardTo.$Properties
             * @deprecated Use parley.v1.HeardTo.$Properties instead.
             */

            /**
             * Shape of a HeardTo.
             * @typedef {parley.v1.HeardTo.$Properties} parley.v1.HeardTo.$Shape
             */

            /**
             * Constructs a new HeardTo.
             * @memberof parley.v1
             * @classdesc Represents a HeardTo.
             * @constructor
             * @param {parley.v1.HeardTo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var HeardTo = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HeardTo sample.
             * @member {number} sample
             * @memberof parley.v1.HeardTo
             * @instance
             */
            HeardTo.prototype.sample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified HeardTo message. Does not implicitly {@link parley.v1.HeardTo.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.HeardTo
             * @static
             * @param {parley.v1.HeardTo.$Properties} message HeardTo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HeardTo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sample != null && $Object.hasOwnProperty.call(message, "sample") && (typeof message.sample === "object" ? message.sample.low || message.sample.high : message.sample !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.sample);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HeardTo message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.HeardTo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.HeardTo & parley.v1.HeardTo.$Shape} HeardTo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HeardTo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.HeardTo();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sample = value;
                            else
                                delete message.sample;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HeardTo;
        })();

        v1.SpeakOpen = (function() {

            /**
             * Properties of a SpeakOpen.
             * @typedef {Object} parley.v1.SpeakOpen.$Properties
             * @property {string|null} [voice] SpeakOpen voice
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeakOpen.
             * @memberof parley.v1
             * @interface ISpeakOpen
             * @augments parley.v1.SpeakOpen.$Properties
             * @deprecated Use parley.v1.SpeakOpen.$Properties instead.
             */

            /**
             * Shape of a SpeakOpen.
             * @typedef {parley.v1.SpeakOpen.$Properties} parley.v1.SpeakOpen.$Shape
             */

            /**
             * Constructs a new SpeakOpen.
             * @memberof parley.v1
             * @classdesc Represents a SpeakOpen.
             * @constructor
             * @param {parley.v1.SpeakOpen.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeakOpen = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeakOpen voice.
             * @member {string} voice
             * @memberof parley.v1.SpeakOpen
             * @instance
             */
            SpeakOpen.prototype.voice = "";

            /**
             * Encodes the specified SpeakOpen message. Does not implicitly {@link parley.v1.SpeakOpen.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeakOpen
             * @static
             * @param {parley.v1.SpeakOpen.$Properties} message SpeakOpen message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeakOpen.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.voice != null && $Object.hasOwnProperty.call(message, "voice") && message.voice !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.voice);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeakOpen message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeakOpen
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeakOpen & parley.v1.SpeakOpen.$Shape} SpeakOpen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeakOpen.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeakOpen();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.voice = value;
                            else
                                delete message.voice;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeakOpen;
        })();

        v1.SpeakInput = (function() {

            /**
             * Properties of a SpeakInput.
             * @typedef {Object} parley.v1.SpeakInput.$Properties
             * @property {parley.v1.SpeakBegin.$Properties|null} [begin] SpeakInput begin
             * @property {parley.v1.SpeakText.$Properties|null} [text] SpeakInput text
             * @property {parley.v1.SpeakFinish.$Properties|null} [finish] SpeakInput finish
             * @property {"begin"|"text"|"finish"} [input] SpeakInput input
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeakInput.
             * @memberof parley.v1
             * @interface ISpeakInput
             * @augments parley.v1.SpeakInput.$Properties
             * @deprecated Use parley.v1.SpeakInput.$Properties instead.
             */

            /**
             * Narrowed shape of a SpeakInput.
             * @typedef {{
             *   begin?: parley.v1.SpeakBegin.$Shape|null;
             *   text?: parley.v1.SpeakText.$Shape|null;
             *   finish?: parley.v1.SpeakFinish.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ input?: undefined; begin?: null; text?: null; finish?: null }|{ input?: "begin"; begin: parley.v1.SpeakBegin.$Shape; text?: null; finish?: null }|{ input?: "text"; begin?: null; text: parley.v1.SpeakText.$Shape; finish?: null }|{ input?: "finish"; begin?: null; text?: null; finish: parley.v1.SpeakFinish.$Shape })
             * )} parley.v1.SpeakInput.$Shape
             */

            /**
             * Constructs a new SpeakInput.
             * @memberof parley.v1
             * @classdesc Represents a SpeakInput.
             * @constructor
             * @param {parley.v1.SpeakInput.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeakInput = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeakInput begin.
             * @member {parley.v1.SpeakBegin.$Properties|null|undefined} begin
             * @memberof parley.v1.SpeakInput
             * @instance
             */
            SpeakInput.prototype.begin = null;

            /**
             * SpeakInput text.
             * @member {parley.v1.SpeakText.$Properties|null|undefined} text
             * @memberof parley.v1.SpeakInput
             * @instance
             */
            SpeakInput.prototype.text = null;

            /**
             * SpeakInput finish.
             * @member {parley.v1.SpeakFinish.$Properties|null|undefined} finish
             * @memberof parley.v1.SpeakInput
             * @instance
             */
            SpeakInput.prototype.finish = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * SpeakInput input.
             * @member {"begin"|"text"|"finish"|undefined} input
             * @memberof parley.v1.SpeakInput
             * @instance
             */
            $Object.defineProperty(SpeakInput.prototype, "input", {
                get: $util.oneOfGetter($oneOfFields = ["begin", "text", "finish"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified SpeakInput message. Does not implicitly {@link parley.v1.SpeakInput.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeakInput
             * @static
             * @param {parley.v1.SpeakInput.$Properties} message SpeakInput message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeakInput.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.begin != null && $Object.hasOwnProperty.call(message, "begin"))
                    $root.parley.v1.SpeakBegin.encode(message.begin, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                    $root.parley.v1.SpeakText.encode(message.text, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.finish != null && $Object.hasOwnProperty.call(message, "finish"))
                    $root.parley.v1.SpeakFinish.encode(message.finish, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeakInput message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeakInput
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeakInput & parley.v1.SpeakInput.$Shape} SpeakInput
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeakInput.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeakInput();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.begin = $root.parley.v1.SpeakBegin.decode(reader, reader.size(), $undefined, _depth + 1, message.begin);
                            message.input = "begin";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.text = $root.parley.v1.SpeakText.decode(reader, reader.size(), $undefined, _depth + 1, message.text);
                            message.input = "text";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.finish = $root.parley.v1.SpeakFinish.decode(reader, reader.size(), $undefined, _depth + 1, message.finish);
                            message.input = "finish";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeakInput;
        })();

        v1.SpeakBegin = (function() {

            /**
             * Properties of a SpeakBegin.
             * @typedef {Object} parley.v1.SpeakBegin.$Properties
             * @property {string|null} [voice] SpeakBegin voice
             * @property {number|null} [sampleRate] SpeakBegin sampleRate
             * @property {number|null} [speed] SpeakBegin speed
             * @property {parley.v1.Prosody.$Properties|null} [prosody] SpeakBegin prosody
             * @property {string|null} [language] SpeakBegin language
             * @property {parley.v1.Perception.$Properties|null} [perception] SpeakBegin perception
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeakBegin.
             * @memberof parley.v1
             * @interface ISpeakBegin
             * @augments parley.v1.SpeakBegin.$Properties
             * @deprecated Use parley.v1.SpeakBegin.$Properties instead.
             */

            /**
             * Shape of a SpeakBegin.
             * @typedef {parley.v1.SpeakBegin.$Properties} parley.v1.SpeakBegin.$Shape
             */

            /**
             * Constructs a new SpeakBegin.
             * @memberof parley.v1
             * @classdesc Represents a SpeakBegin.
             * @constructor
             * @param {parley.v1.SpeakBegin.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeakBegin = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeakBegin voice.
             * @member {string} voice
             * @memberof parley.v1.SpeakBegin
             * @instance
             */
            SpeakBegin.prototype.voice = "";

            /**
             * SpeakBegin sampleRate.
             * @member {number} sampleRate
             * @memberof parley.v1.SpeakBegin
             * @instance
             */
            SpeakBegin.prototype.sampleRate = 0;

            /**
             * SpeakBegin speed.
             * @member {number} speed
             * @memberof parley.v1.SpeakBegin
             * @instance
             */
            SpeakBegin.prototype.speed = 0;

            /**
             * SpeakBegin prosody.
             * @member {parley.v1.Prosody.$Properties|null|undefined} prosody
             * @memberof parley.v1.SpeakBegin
             * @instance
             */
            SpeakBegin.prototype.prosody = null;

            /**
             * SpeakBegin language.
             * @member {string} language
             * @memberof parley.v1.SpeakBegin
             * @instance
             */
            SpeakBegin.prototype.language = "";

            /**
             * SpeakBegin perception.
             * @member {parley.v1.Perception.$Properties|null|undefined} perception
             * @memberof parley.v1.SpeakBegin
             * @instance
             */
            SpeakBegin.prototype.perception = null;

            /**
             * Encodes the specified SpeakBegin message. Does not implicitly {@link parley.v1.SpeakBegin.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeakBegin
             * @static
             * @param {parley.v1.SpeakBegin.$Properties} message SpeakBegin message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeakBegin.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.voice != null && $Object.hasOwnProperty.call(message, "voice") && message.voice !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.voice);
                if (message.sampleRate != null && $Object.hasOwnProperty.call(message, "sampleRate") && message.sampleRate !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.sampleRate);
                if (message.speed != null && $Object.hasOwnProperty.call(message, "speed") && !$Object.is(message.speed, 0))
                    writer.uint32(/* id 3, wireType 5 =*/29).float(message.speed);
                if (message.prosody != null && $Object.hasOwnProperty.call(message, "prosody"))
                    $root.parley.v1.Prosody.encode(message.prosody, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.language != null && $Object.hasOwnProperty.call(message, "language") && message.language !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.language);
                if (message.perception != null && $Object.hasOwnProperty.call(message, "perception"))
                    $root.parley.v1.Perception.encode(message.perception, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeakBegin message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeakBegin
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeakBegin & parley.v1.SpeakBegin.$Shape} SpeakBegin
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeakBegin.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeakBegin();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.voice = value;
                            else
                                delete message.voice;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sampleRate = value;
                            else
                                delete message.sampleRate;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.speed = value;
                            else
                                delete message.speed;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.prosody = $root.parley.v1.Prosody.decode(reader, reader.size(), $undefined, _depth + 1, message.prosody);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.language = value;
                            else
                                delete message.language;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.perception = $root.parley.v1.Perception.decode(reader, reader.size(), $undefined, _depth + 1, message.perception);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeakBegin;
        })();

        v1.Prosody = (function() {

            /**
             * Properties of a Prosody.
             * @typedef {Object} parley.v1.Prosody.$Properties
             * @property {number|null} [rate] Prosody rate
             * @property {number|null} [pitchSemitones] Prosody pitchSemitones
             * @property {number|null} [volumeDb] Prosody volumeDb
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Prosody.
             * @memberof parley.v1
             * @interface IProsody
             * @augments parley.v1.Prosody.$Properties
             * @deprecated Use parley.v1.Prosody.$Properties instead.
             */

            /**
             * Shape of a Prosody.
             * @typedef {parley.v1.Prosody.$Properties} parley.v1.Prosody.$Shape
             */

            /**
             * Constructs a new Prosody.
             * @memberof parley.v1
             * @classdesc Represents a Prosody.
             * @constructor
             * @param {parley.v1.Prosody.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Prosody = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Prosody rate.
             * @member {number} rate
             * @memberof parley.v1.Prosody
             * @instance
             */
            Prosody.prototype.rate = 0;

            /**
             * Prosody pitchSemitones.
             * @member {number} pitchSemitones
             * @memberof parley.v1.Prosody
             * @instance
             */
            Prosody.prototype.pitchSemitones = 0;

            /**
             * Prosody volumeDb.
             * @member {number} volumeDb
             * @memberof parley.v1.Prosody
             * @instance
             */
            Prosody.prototype.volumeDb = 0;

            /**
             * Encodes the specified Prosody message. Does not implicitly {@link parley.v1.Prosody.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Prosody
             * @static
             * @param {parley.v1.Prosody.$Properties} message Prosody message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Prosody.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rate != null && $Object.hasOwnProperty.call(message, "rate") && !$Object.is(message.rate, 0))
                    writer.uint32(/* id 1, wireType 5 =*/13).float(message.rate);
                if (message.pitchSemitones != null && $Object.hasOwnProperty.call(message, "pitchSemitones") && !$Object.is(message.pitchSemitones, 0))
                    writer.uint32(/* id 2, wireType 5 =*/21).float(message.pitchSemitones);
                if (message.volumeDb != null && $Object.hasOwnProperty.call(message, "volumeDb") && !$Object.is(message.volumeDb, 0))
                    writer.uint32(/* id 3, wireType 5 =*/29).float(message.volumeDb);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Prosody message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Prosody
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Prosody & parley.v1.Prosody.$Shape} Prosody
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Prosody.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Prosody();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.rate = value;
                            else
                                delete message.rate;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.pitchSemitones = value;
                            else
                                delete message.pitchSemitones;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.volumeDb = value;
                            else
                                delete message.volumeDb;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Prosody;
        })();

        v1.SpeakText = (function() {

            /**
             * Properties of a SpeakText.
             * @typedef {Object} parley.v1.SpeakText.$Properties
             * @property {string|null} [delta] SpeakText delta
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeakText.
             * @memberof parley.v1
             * @interface ISpeakText
             * @augments parley.v1.SpeakText.$Properties
             * @deprecated Use parley.v1.SpeakText.$Properties instead.
             */

            /**
             * Shape of a SpeakText.
             * @typedef {parley.v1.SpeakText.$Properties} parley.v1.SpeakText.$Shape
             */

            /**
             * Constructs a new SpeakText.
             * @memberof parley.v1
             * @classdesc Represents a SpeakText.
             * @constructor
             * @param {parley.v1.SpeakText.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeakText = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeakText delta.
             * @member {string} delta
             * @memberof parley.v1.SpeakText
             * @instance
             */
            SpeakText.prototype.delta = "";

            /**
             * Encodes the specified SpeakText message. Does not implicitly {@link parley.v1.SpeakText.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeakText
             * @static
             * @param {parley.v1.SpeakText.$Properties} message SpeakText message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeakText.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.delta != null && $Object.hasOwnProperty.call(message, "delta") && message.delta !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.delta);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeakText message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeakText
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeakText & parley.v1.SpeakText.$Shape} SpeakText
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeakText.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeakText();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.delta = value;
                            else
                                delete message.delta;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeakText;
        })();

        v1.SpeakFinish = (function() {

            /**
             * Properties of a SpeakFinish.
             * @typedef {Object} parley.v1.SpeakFinish.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeakFinish.
             * @memberof parley.v1
             * @interface ISpeakFinish
             * @augments parley.v1.SpeakFinish.$Properties
             * @deprecated Use parley.v1.SpeakFinish.$Properties instead.
             */

            /**
             * Shape of a SpeakFinish.
             * @typedef {parley.v1.SpeakFinish.$Properties} parley.v1.SpeakFinish.$Shape
             */

            /**
             * Constructs a new SpeakFinish.
             * @memberof parley.v1
             * @classdesc Represents a SpeakFinish.
             * @constructor
             * @param {parley.v1.SpeakFinish.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeakFinish = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified SpeakFinish message. Does not implicitly {@link parley.v1.SpeakFinish.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeakFinish
             * @static
             * @param {parley.v1.SpeakFinish.$Properties} message SpeakFinish message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeakFinish.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeakFinish message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeakFinish
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeakFinish & parley.v1.SpeakFinish.$Shape} SpeakFinish
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeakFinish.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeakFinish();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeakFinish;
        })();

        v1.SpeechEvent = (function() {

            /**
             * Properties of a SpeechEvent.
             * @typedef {Object} parley.v1.SpeechEvent.$Properties
             * @property {parley.v1.SegmentStarted.$Properties|null} [segmentStarted] SpeechEvent segmentStarted
             * @property {parley.v1.SpeechAudio.$Properties|null} [audio] SpeechEvent audio
             * @property {parley.v1.SegmentDone.$Properties|null} [segmentDone] SpeechEvent segmentDone
             * @property {parley.v1.SpeechDone.$Properties|null} [done] SpeechEvent done
             * @property {parley.v1.SpeechFailed.$Properties|null} [failed] SpeechEvent failed
             * @property {"segmentStarted"|"audio"|"segmentDone"|"done"|"failed"} [event] SpeechEvent event
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeechEvent.
             * @memberof parley.v1
             * @interface ISpeechEvent
             * @augments parley.v1.SpeechEvent.$Properties
             * @deprecated Use parley.v1.SpeechEvent.$Properties instead.
             */

            /**
             * Narrowed shape of a SpeechEvent.
             * @typedef {{
             *   segmentStarted?: parley.v1.SegmentStarted.$Shape|null;
             *   audio?: parley.v1.SpeechAudio.$Shape|null;
             *   segmentDone?: parley.v1.SegmentDone.$Shape|null;
             *   done?: parley.v1.SpeechDone.$Shape|null;
             *   failed?: parley.v1.SpeechFailed.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ event?: undefined; segmentStarted?: null; audio?: null; segmentDone?: null; done?: null; failed?: null }|{ event?: "segmentStarted"; segmentStarted: parley.v1.SegmentStarted.$Shape; audio?: null; segmentDone?: null; done?: null; failed?: null }|{ event?: "audio"; segmentStarted?: null; audio: parley.v1.SpeechAudio.$Shape; segmentDone?: null; done?: null; failed?: null }|{ event?: "segmentDone"; segmentStarted?: null; audio?: null; segmentDone: parley.v1.SegmentDone.$Shape; done?: null; failed?: null }|{ event?: "done"; segmentStarted?: null; audio?: null; segmentDone?: null; done: parley.v1.SpeechDone.$Shape; failed?: null }|{ event?: "failed"; segmentStarted?: null; audio?: null; segmentDone?: null; done?: null; failed: parley.v1.SpeechFailed.$Shape })
             * )} parley.v1.SpeechEvent.$Shape
             */

            /**
             * Constructs a new SpeechEvent.
             * @memberof parley.v1
             * @classdesc Represents a SpeechEvent.
             * @constructor
             * @param {parley.v1.SpeechEvent.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeechEvent = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeechEvent segmentStarted.
             * @member {parley.v1.SegmentStarted.$Properties|null|undefined} segmentStarted
             * @memberof parley.v1.SpeechEvent
             * @instance
             */
            SpeechEvent.prototype.segmentStarted = null;

            /**
             * SpeechEvent audio.
             * @member {parley.v1.SpeechAudio.$Properties|null|undefined} audio
             * @memberof parley.v1.SpeechEvent
             * @instance
             */
            SpeechEvent.prototype.audio = null;

            /**
             * SpeechEvent segmentDone.
             * @member {parley.v1.SegmentDone.$Properties|null|undefined} segmentDone
             * @memberof parley.v1.SpeechEvent
             * @instance
             */
            SpeechEvent.prototype.segmentDone = null;

            /**
             * SpeechEvent done.
             * @member {parley.v1.SpeechDone.$Properties|null|undefined} done
             * @memberof parley.v1.SpeechEvent
             * @instance
             */
            SpeechEvent.prototype.done = null;

            /**
             * SpeechEvent failed.
             * @member {parley.v1.SpeechFailed.$Properties|null|undefined} failed
             * @memberof parley.v1.SpeechEvent
             * @instance
             */
            SpeechEvent.prototype.failed = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * SpeechEvent event.
             * @member {"segmentStarted"|"audio"|"segmentDone"|"done"|"failed"|undefined} event
             * @memberof parley.v1.SpeechEvent
             * @instance
             */
            $Object.defineProperty(SpeechEvent.prototype, "event", {
                get: $util.oneOfGetter($oneOfFields = ["segmentStarted", "audio", "segmentDone", "done", "failed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified SpeechEvent message. Does not implicitly {@link parley.v1.SpeechEvent.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeechEvent
             * @static
             * @param {parley.v1.SpeechEvent.$Properties} message SpeechEvent message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeechEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.segmentStarted != null && $Object.hasOwnProperty.call(message, "segmentStarted"))
                    $root.parley.v1.SegmentStarted.encode(message.segmentStarted, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.audio != null && $Object.hasOwnProperty.call(message, "audio"))
                    $root.parley.v1.SpeechAudio.encode(message.audio, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.segmentDone != null && $Object.hasOwnProperty.call(message, "segmentDone"))
                    $root.parley.v1.SegmentDone.encode(message.segmentDone, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.done != null && $Object.hasOwnProperty.call(message, "done"))
                    $root.parley.v1.SpeechDone.encode(message.done, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.failed != null && $Object.hasOwnProperty.call(message, "failed"))
                    $root.parley.v1.SpeechFailed.encode(message.failed, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeechEvent message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeechEvent
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeechEvent & parley.v1.SpeechEvent.$Shape} SpeechEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeechEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeechEvent();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.segmentStarted = $root.parley.v1.SegmentStarted.decode(reader, reader.size(), $undefined, _depth + 1, message.segmentStarted);
                            message.event = "segmentStarted";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.audio = $root.parley.v1.SpeechAudio.decode(reader, reader.size(), $undefined, _depth + 1, message.audio);
                            message.event = "audio";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.segmentDone = $root.parley.v1.SegmentDone.decode(reader, reader.size(), $undefined, _depth + 1, message.segmentDone);
                            message.event = "segmentDone";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.done = $root.parley.v1.SpeechDone.decode(reader, reader.size(), $undefined, _depth + 1, message.done);
                            message.event = "done";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.failed = $root.parley.v1.SpeechFailed.decode(reader, reader.size(), $undefined, _depth + 1, message.failed);
                            message.event = "failed";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeechEvent;
        })();

        v1.SegmentStarted = (function() {

            /**
             * Properties of a SegmentStarted.
             * @typedef {Object} parley.v1.SegmentStarted.$Properties
             * @property {number|null} [segment] SegmentStarted segment
             * @property {number|null} [textStart] SegmentStarted textStart
             * @property {number|null} [textEnd] SegmentStarted textEnd
             * @property {string|null} [spokenText] SegmentStarted spokenText
             * @property {string|null} [engine] SegmentStarted engine
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SegmentStarted.
             * @memberof parley.v1
             * @interface ISegmentStarted
             * @augments parley.v1.SegmentStarted.$Properties
             * @deprecated Use parley.v1.SegmentStarted.$Properties instead.
             */

            /**
             * Shape of a SegmentStarted.
             * @typedef {parley.v1.SegmentStarted.$Properties} parley.v1.SegmentStarted.$Shape
             */

            /**
             * Constructs a new SegmentStarted.
             * @memberof parley.v1
             * @classdesc Represents a SegmentStarted.
             * @constructor
             * @param {parley.v1.SegmentStarted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SegmentStarted = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SegmentStarted segment.
             * @member {number} segment
             * @memberof parley.v1.SegmentStarted
             * @instance
             */
            SegmentStarted.prototype.segment = 0;

            /**
             * SegmentStarted textStart.
             * @member {number} textStart
             * @memberof parley.v1.SegmentStarted
             * @instance
             */
            SegmentStarted.prototype.textStart = 0;

            /**
             * SegmentStarted textEnd.
             * @member {number} textEnd
             * @memberof parley.v1.SegmentStarted
             * @instance
             */
            SegmentStarted.prototype.textEnd = 0;

            /**
             * SegmentStarted spokenText.
             * @member {string} spokenText
             * @memberof parley.v1.SegmentStarted
             * @instance
             */
            SegmentStarted.prototype.spokenText = "";

            /**
             * SegmentStarted engine.
             * @member {string} engine
             * @memberof parley.v1.SegmentStarted
             * @instance
             */
            SegmentStarted.prototype.engine = "";

            /**
             * Encodes the specified SegmentStarted message. Does not implicitly {@link parley.v1.SegmentStarted.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SegmentStarted
             * @static
             * @param {parley.v1.SegmentStarted.$Properties} message SegmentStarted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SegmentStarted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.segment != null && $Object.hasOwnProperty.call(message, "segment") && message.segment !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.segment);
                if (message.textStart != null && $Object.hasOwnProperty.call(message, "textStart") && message.textStart !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.textStart);
                if (message.textEnd != null && $Object.hasOwnProperty.call(message, "textEnd") && message.textEnd !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.textEnd);
                if (message.spokenText != null && $Object.hasOwnProperty.call(message, "spokenText") && message.spokenText !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.spokenText);
                if (message.engine != null && $Object.hasOwnProperty.call(message, "engine") && message.engine !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.engine);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SegmentStarted message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SegmentStarted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SegmentStarted & parley.v1.SegmentStarted.$Shape} SegmentStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SegmentStarted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SegmentStarted();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.segment = value;
                            else
                                delete message.segment;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.textStart = value;
                            else
                                delete message.textStart;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.textEnd = value;
                            else
                                delete message.textEnd;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.spokenText = value;
                            else
                                delete message.spokenText;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.engine = value;
                            else
                                delete message.engine;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SegmentStarted;
        })();

        v1.SpeechAudio = (function() {

            /**
             * Properties of a SpeechAudio.
             * @typedef {Object} parley.v1.SpeechAudio.$Properties
             * @property {number|null} [segment] SpeechAudio segment
             * @property {parley.v1.AudioFrame.$Properties|null} [audio] SpeechAudio audio
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeechAudio.
             * @memberof parley.v1
             * @interface ISpeechAudio
             * @augments parley.v1.SpeechAudio.$Properties
             * @deprecated Use parley.v1.SpeechAudio.$Properties instead.
             */

            /**
             * Shape of a SpeechAudio.
             * @typedef {parley.v1.SpeechAudio.$Properties} parley.v1.SpeechAudio.$Shape
             */

            /**
             * Constructs a new SpeechAudio.
             * @memberof parley.v1
             * @classdesc Represents a SpeechAudio.
             * @constructor
             * @param {parley.v1.SpeechAudio.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeechAudio = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeechAudio segment.
             * @member {number} segment
             * @memberof parley.v1.SpeechAudio
             * @instance
             */
            SpeechAudio.prototype.segment = 0;

            /**
             * SpeechAudio audio.
             * @member {parley.v1.AudioFrame.$Properties|null|undefined} audio
             * @memberof parley.v1.SpeechAudio
             * @instance
             */
            SpeechAudio.prototype.audio = null;

            /**
             * Encodes the specified SpeechAudio message. Does not implicitly {@link parley.v1.SpeechAudio.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeechAudio
             * @static
             * @param {parley.v1.SpeechAudio.$Properties} message SpeechAudio message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeechAudio.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.segment != null && $Object.hasOwnProperty.call(message, "segment") && message.segment !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.segment);
                if (message.audio != null && $Object.hasOwnProperty.call(message, "audio"))
                    $root.parley.v1.AudioFrame.encode(message.audio, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeechAudio message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeechAudio
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeechAudio & parley.v1.SpeechAudio.$Shape} SpeechAudio
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeechAudio.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeechAudio();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.segment = value;
                            else
                                delete message.segment;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.audio = $root.parley.v1.AudioFrame.decode(reader, reader.size(), $undefined, _depth + 1, message.audio);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeechAudio;
        })();

        v1.SegmentDone = (function() {

            /**
             * Properties of a SegmentDone.
             * @typedef {Object} parley.v1.SegmentDone.$Properties
             * @property {number|null} [segment] SegmentDone segment
             * @property {number|null} [startSample] SegmentDone startSample
             * @property {number|null} [endSample] SegmentDone endSample
             * @property {Array.<parley.v1.SpokenWord.$Properties>|null} [words] SegmentDone words
             * @property {number|null} [firstByteMs] SegmentDone firstByteMs
             * @property {number|null} [synthesisMs] SegmentDone synthesisMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SegmentDone.
             * @memberof parley.v1
             * @interface ISegmentDone
             * @augments parley.v1.SegmentDone.$Properties
             * @deprecated Use parley.v1.SegmentDone.$Properties instead.
             */

            /**
             * Shape of a SegmentDone.
             * @typedef {parley.v1.SegmentDone.$Properties} parley.v1.SegmentDone.$Shape
             */

            /**
             * Constructs a new SegmentDone.
             * @memberof parley.v1
             * @classdesc Represents a SegmentDone.
             * @constructor
             * @param {parley.v1.SegmentDone.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SegmentDone = function (properties) {
                this.words = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SegmentDone segment.
             * @member {number} segment
             * @memberof parley.v1.SegmentDone
             * @instance
             */
            SegmentDone.prototype.segment = 0;

            /**
             * SegmentDone startSample.
             * @member {number} startSample
             * @memberof parley.v1.SegmentDone
             * @instance
             */
            SegmentDone.prototype.startSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * SegmentDone endSample.
             * @member {number} endSample
             * @memberof parley.v1.SegmentDone
             * @instance
             */
            SegmentDone.prototype.endSample = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * SegmentDone words.
             * @member {Array.<parley.v1.SpokenWord.$Properties>} words
             * @memberof parley.v1.SegmentDone
             * @instance
             */
            SegmentDone.prototype.words = $util.emptyArray;

            /**
             * SegmentDone firstByteMs.
             * @member {number} firstByteMs
             * @memberof parley.v1.SegmentDone
             * @instance
             */
            SegmentDone.prototype.firstByteMs = 0;

            /**
             * SegmentDone synthesisMs.
             * @member {number} synthesisMs
             * @memberof parley.v1.SegmentDone
             * @instance
             */
            SegmentDone.prototype.synthesisMs = 0;

            /**
             * Encodes the specified SegmentDone message. Does not implicitly {@link parley.v1.SegmentDone.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SegmentDone
             * @static
             * @param {parley.v1.SegmentDone.$Properties} message SegmentDone message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SegmentDone.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.segment != null && $Object.hasOwnProperty.call(message, "segment") && message.segment !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.segment);
                if (message.startSample != null && $Object.hasOwnProperty.call(message, "startSample") && (typeof message.startSample === "object" ? message.startSample.low || message.startSample.high : message.startSample !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.startSample);
                if (message.endSample != null && $Object.hasOwnProperty.call(message, "endSample") && (typeof message.endSample === "object" ? message.endSample.low || message.endSample.high : message.endSample !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.endSample);
                if (message.words != null && message.words.length)
                    for (var i = 0; i < message.words.length; ++i)
                        $root.parley.v1.SpokenWord.encode(message.words[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.firstByteMs != null && $Object.hasOwnProperty.call(message, "firstByteMs") && message.firstByteMs !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.firstByteMs);
                if (message.synthesisMs != null && $Object.hasOwnProperty.call(message, "synthesisMs") && message.synthesisMs !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.synthesisMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SegmentDone message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SegmentDone
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SegmentDone & parley.v1.SegmentDone.$Shape} SegmentDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SegmentDone.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SegmentDone();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.segment = value;
                            else
                                delete message.segment;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.startSample = value;
                            else
                                delete message.startSample;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.endSample = value;
                            else
                                delete message.endSample;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.words && message.words.length))
                                message.words = [];
                            message.words.push($root.parley.v1.SpokenWord.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.firstByteMs = value;
                            else
                                delete message.firstByteMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.synthesisMs = value;
                            else
                                delete message.synthesisMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SegmentDone;
        })();

        v1.SpokenWord = (function() {

            /**
             * Properties of a SpokenWord.
             * @typedef {Object} parley.v1.SpokenWord.$Properties
             * @property {number|null} [textStart] SpokenWord textStart
             * @property {number|null} [textEnd] SpokenWord textEnd
             * @property {number|null} [startMs] SpokenWord startMs
             * @property {number|null} [endMs] SpokenWord endMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpokenWord.
             * @memberof parley.v1
             * @interface ISpokenWord
             * @augments parley.v1.SpokenWord.$Properties
             * @deprecated Use parley.v1.SpokenWord.$Properties instead.
             */

            /**
             * Shape of a SpokenWord.
             * @typedef {parley.v1.SpokenWord.$Properties} parley.v1.SpokenWord.$Shape
             */

            /**
             * Constructs a new SpokenWord.
             * @memberof parley.v1
             * @classdesc Represents a SpokenWord.
             * @constructor
             * @param {parley.v1.SpokenWord.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpokenWord = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpokenWord textStart.
             * @member {number} textStart
             * @memberof parley.v1.SpokenWord
             * @instance
             */
            SpokenWord.prototype.textStart = 0;

            /**
             * SpokenWord textEnd.
             * @member {number} textEnd
             * @memberof parley.v1.SpokenWord
             * @instance
             */
            SpokenWord.prototype.textEnd = 0;

            /**
             * SpokenWord startMs.
             * @member {number} startMs
             * @memberof parley.v1.SpokenWord
             * @instance
             */
            SpokenWord.prototype.startMs = 0;

            /**
             * SpokenWord endMs.
             * @member {number} endMs
             * @memberof parley.v1.SpokenWord
             * @instance
             */
            SpokenWord.prototype.endMs = 0;

            /**
             * Encodes the specified SpokenWord message. Does not implicitly {@link parley.v1.SpokenWord.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpokenWord
             * @static
             * @param {parley.v1.SpokenWord.$Properties} message SpokenWord message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpokenWord.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.textStart != null && $Object.hasOwnProperty.call(message, "textStart") && message.textStart !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.textStart);
                if (message.textEnd != null && $Object.hasOwnProperty.call(message, "textEnd") && message.textEnd !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.textEnd);
                if (message.startMs != null && $Object.hasOwnProperty.call(message, "startMs") && message.startMs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.startMs);
                if (message.endMs != null && $Object.hasOwnProperty.call(message, "endMs") && message.endMs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.endMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpokenWord message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpokenWord
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpokenWord & parley.v1.SpokenWord.$Shape} SpokenWord
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpokenWord.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpokenWord();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.textStart = value;
                            else
                                delete message.textStart;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.textEnd = value;
                            else
                                delete message.textEnd;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.startMs = value;
                            else
                                delete message.startMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.endMs = value;
                            else
                                delete message.endMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpokenWord;
        })();

        v1.SpeechDone = (function() {

            /**
             * Properties of a SpeechDone.
             * @typedef {Object} parley.v1.SpeechDone.$Properties
             * @property {number|null} [totalSamples] SpeechDone totalSamples
             * @property {number|null} [characters] SpeechDone characters
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeechDone.
             * @memberof parley.v1
             * @interface ISpeechDone
             * @augments parley.v1.SpeechDone.$Properties
             * @deprecated Use parley.v1.SpeechDone.$Properties instead.
             */

            /**
             * Shape of a SpeechDone.
             * @typedef {parley.v1.SpeechDone.$Properties} parley.v1.SpeechDone.$Shape
             */

            /**
             * Constructs a new SpeechDone.
             * @memberof parley.v1
             * @classdesc Represents a SpeechDone.
             * @constructor
             * @param {parley.v1.SpeechDone.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeechDone = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeechDone totalSamples.
             * @member {number} totalSamples
             * @memberof parley.v1.SpeechDone
             * @instance
             */
            SpeechDone.prototype.totalSamples = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * SpeechDone characters.
             * @member {number} characters
             * @memberof parley.v1.SpeechDone
             * @instance
             */
            SpeechDone.prototype.characters = 0;

            /**
             * Encodes the specified SpeechDone message. Does not implicitly {@link parley.v1.SpeechDone.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeechDone
             * @static
             * @param {parley.v1.SpeechDone.$Properties} message SpeechDone message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeechDone.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.totalSamples != null && $Object.hasOwnProperty.call(message, "totalSamples") && (typeof message.totalSamples === "object" ? message.totalSamples.low || message.totalSamples.high : message.totalSamples !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.totalSamples);
                if (message.characters != null && $Object.hasOwnProperty.call(message, "characters") && message.characters !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.characters);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeechDone message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeechDone
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeechDone & parley.v1.SpeechDone.$Shape} SpeechDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeechDone.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeechDone();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.totalSamples = value;
                            else
                                delete message.totalSamples;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.characters = value;
                            else
                                delete message.characters;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeechDone;
        })();

        v1.SpeechFailed = (function() {

            /**
             * Properties of a SpeechFailed.
             * @typedef {Object} parley.v1.SpeechFailed.$Properties
             * @property {string|null} ["class"] SpeechFailed class
             * @property {string|null} [code] SpeechFailed code
             * @property {string|null} [message] SpeechFailed message
             * @property {number|null} [segment] SpeechFailed segment
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SpeechFailed.
             * @memberof parley.v1
             * @interface ISpeechFailed
             * @augments parley.v1.SpeechFailed.$Properties
             * @deprecated Use parley.v1.SpeechFailed.$Properties instead.
             */

            /**
             * Shape of a SpeechFailed.
             * @typedef {parley.v1.SpeechFailed.$Properties} parley.v1.SpeechFailed.$Shape
             */

            /**
             * Constructs a new SpeechFailed.
             * @memberof parley.v1
             * @classdesc Represents a SpeechFailed.
             * @constructor
             * @param {parley.v1.SpeechFailed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var SpeechFailed = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SpeechFailed class.
             * @member {string} class
             * @memberof parley.v1.SpeechFailed
             * @instance
             */
            SpeechFailed.prototype["class"] = "";

            /**
             * SpeechFailed code.
             * @member {string} code
             * @memberof parley.v1.SpeechFailed
             * @instance
             */
            SpeechFailed.prototype.code = "";

            /**
             * SpeechFailed message.
             * @member {string} message
             * @memberof parley.v1.SpeechFailed
             * @instance
             */
            SpeechFailed.prototype.message = "";

            /**
             * SpeechFailed segment.
             * @member {number} segment
             * @memberof parley.v1.SpeechFailed
             * @instance
             */
            SpeechFailed.prototype.segment = 0;

            /**
             * Encodes the specified SpeechFailed message. Does not implicitly {@link parley.v1.SpeechFailed.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.SpeechFailed
             * @static
             * @param {parley.v1.SpeechFailed.$Properties} message SpeechFailed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SpeechFailed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message["class"] != null && $Object.hasOwnProperty.call(message, "class") && message["class"] !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message["class"]);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
                if (message.segment != null && $Object.hasOwnProperty.call(message, "segment") && message.segment !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.segment);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SpeechFailed message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.SpeechFailed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.SpeechFailed & parley.v1.SpeechFailed.$Shape} SpeechFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SpeechFailed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.SpeechFailed();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message["class"] = value;
                            else
                                delete message["class"];
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.segment = value;
                            else
                                delete message.segment;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SpeechFailed;
        })();

        v1.ListVoicesRequest = (function() {

            /**
             * Properties of a ListVoicesRequest.
             * @typedef {Object} parley.v1.ListVoicesRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListVoicesRequest.
             * @memberof parley.v1
             * @interface IListVoicesRequest
             * @augments parley.v1.ListVoicesRequest.$Properties
             * @deprecated Use parley.v1.ListVoicesRequest.$Properties instead.
             */

            /**
             * Shape of a ListVoicesRequest.
             * @typedef {parley.v1.ListVoicesRequest.$Properties} parley.v1.ListVoicesRequest.$Shape
             */

            /**
             * Constructs a new ListVoicesRequest.
             * @memberof parley.v1
             * @classdesc Represents a ListVoicesRequest.
             * @constructor
             * @param {parley.v1.ListVoicesRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var ListVoicesRequest = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified ListVoicesRequest message. Does not implicitly {@link parley.v1.ListVoicesRequest.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.ListVoicesRequest
             * @static
             * @param {parley.v1.ListVoicesRequest.$Properties} message ListVoicesRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListVoicesRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListVoicesRequest message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.ListVoicesRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.ListVoicesRequest & parley.v1.ListVoicesRequest.$Shape} ListVoicesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListVoicesRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.ListVoicesRequest();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListVoicesRequest;
        })();

        v1.ListVoicesReply = (function() {

            /**
             * Properties of a ListVoicesReply.
             * @typedef {Object} parley.v1.ListVoicesReply.$Properties
             * @property {Array.<parley.v1.VoiceInfo.$Properties>|null} [voices] ListVoicesReply voices
             * @property {string|null} [defaultVoice] ListVoicesReply defaultVoice
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListVoicesReply.
             * @memberof parley.v1
             * @interface IListVoicesReply
             * @augments parley.v1.ListVoicesReply.$Properties
             * @deprecated Use parley.v1.ListVoicesReply.$Properties instead.
             */

            /**
             * Shape of a ListVoicesReply.
             * @typedef {parley.v1.ListVoicesReply.$Properties} parley.v1.ListVoicesReply.$Shape
             */

            /**
             * Constructs a new ListVoicesReply.
             * @memberof parley.v1
             * @classdesc Represents a ListVoicesReply.
             * @constructor
             * @param {parley.v1.ListVoicesReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var ListVoicesReply = function (properties) {
                this.voices = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListVoicesReply voices.
             * @member {Array.<parley.v1.VoiceInfo.$Properties>} voices
             * @memberof parley.v1.ListVoicesReply
             * @instance
             */
            ListVoicesReply.prototype.voices = $util.emptyArray;

            /**
             * ListVoicesReply defaultVoice.
             * @member {string} defaultVoice
             * @memberof parley.v1.ListVoicesReply
             * @instance
             */
            ListVoicesReply.prototype.defaultVoice = "";

            /**
             * Encodes the specified ListVoicesReply message. Does not implicitly {@link parley.v1.ListVoicesReply.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.ListVoicesReply
             * @static
             * @param {parley.v1.ListVoicesReply.$Properties} message ListVoicesReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListVoicesReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.voices != null && message.voices.length)
                    for (var i = 0; i < message.voices.length; ++i)
                        $root.parley.v1.VoiceInfo.encode(message.voices[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.defaultVoice != null && $Object.hasOwnProperty.call(message, "defaultVoice") && message.defaultVoice !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.defaultVoice);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListVoicesReply message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.ListVoicesReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.ListVoicesReply & parley.v1.ListVoicesReply.$Shape} ListVoicesReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListVoicesReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.ListVoicesReply();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.voices && message.voices.length))
                                message.voices = [];
                            message.voices.push($root.parley.v1.VoiceInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.defaultVoice = value;
                            else
                                delete message.defaultVoice;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListVoicesReply;
        })();

        v1.VoiceInfo = (function() {

            /**
             * Properties of a VoiceInfo.
             * @typedef {Object} parley.v1.VoiceInfo.$Properties
             * @property {string|null} [id] VoiceInfo id
             * @property {string|null} [name] VoiceInfo name
             * @property {string|null} [engine] VoiceInfo engine
             * @property {Array.<string>|null} [languages] VoiceInfo languages
             * @property {number|null} [sampleRate] VoiceInfo sampleRate
             * @property {Array.<string>|null} [aliases] VoiceInfo aliases
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a VoiceInfo.
             * @memberof parley.v1
             * @interface IVoiceInfo
             * @augments parley.v1.VoiceInfo.$Properties
             * @deprecated Use parley.v1.VoiceInfo.$Properties instead.
             */

            /**
             * Shape of a VoiceInfo.
             * @typedef {parley.v1.VoiceInfo.$Properties} parley.v1.VoiceInfo.$Shape
             */

            /**
             * Constructs a new VoiceInfo.
             * @memberof parley.v1
             * @classdesc Represents a VoiceInfo.
             * @constructor
             * @param {parley.v1.VoiceInfo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var VoiceInfo = function (properties) {
                this.languages = [];
                this.aliases = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * VoiceInfo id.
             * @member {string} id
             * @memberof parley.v1.VoiceInfo
             * @instance
             */
            VoiceInfo.prototype.id = "";

            /**
             * VoiceInfo name.
             * @member {string} name
             * @memberof parley.v1.VoiceInfo
             * @instance
             */
            VoiceInfo.prototype.name = "";

            /**
             * VoiceInfo engine.
             * @member {string} engine
             * @memberof parley.v1.VoiceInfo
             * @instance
             */
            VoiceInfo.prototype.engine = "";

            /**
             * VoiceInfo languages.
             * @member {Array.<string>} languages
             * @memberof parley.v1.VoiceInfo
             * @instance
             */
            VoiceInfo.prototype.languages = $util.emptyArray;

            /**
             * VoiceInfo sampleRate.
             * @member {number} sampleRate
             * @memberof parley.v1.VoiceInfo
             * @instance
             */
            VoiceInfo.prototype.sampleRate = 0;

            /**
             * VoiceInfo aliases.
             * @member {Array.<string>} aliases
             * @memberof parley.v1.VoiceInfo
             * @instance
             */
            VoiceInfo.prototype.aliases = $util.emptyArray;

            /**
             * Encodes the specified VoiceInfo message. Does not implicitly {@link parley.v1.VoiceInfo.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.VoiceInfo
             * @static
             * @param {parley.v1.VoiceInfo.$Properties} message VoiceInfo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            VoiceInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.engine != null && $Object.hasOwnProperty.call(message, "engine") && message.engine !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.engine);
                if (message.languages != null && message.languages.length)
                    for (var i = 0; i < message.languages.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.languages[i]);
                if (message.sampleRate != null && $Object.hasOwnProperty.call(message, "sampleRate") && message.sampleRate !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.sampleRate);
                if (message.aliases != null && message.aliases.length)
                    for (var i = 0; i < message.aliases.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.aliases[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a VoiceInfo message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.VoiceInfo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.VoiceInfo & parley.v1.VoiceInfo.$Shape} VoiceInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            VoiceInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.VoiceInfo();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.engine = value;
                            else
                                delete message.engine;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.languages && message.languages.length))
                                message.languages = [];
                            message.languages.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sampleRate = value;
                            else
                                delete message.sampleRate;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.aliases && message.aliases.length))
                                message.aliases = [];
                            message.aliases.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return VoiceInfo;
        })();

        v1.Frame = (function() {

            /**
             * Properties of a Frame.
             * @typedef {Object} parley.v1.Frame.$Properties
             * @property {number|null} [seq] Frame seq
             * @property {number|null} [generation] Frame generation
             * @property {number|null} [deadlineUnixMs] Frame deadlineUnixMs
             * @property {Uint8Array|null} [payload] Frame payload
             * @property {parley.v1.Credit.$Properties|null} [credit] Frame credit
             * @property {parley.v1.Heartbeat.$Properties|null} [heartbeat] Frame heartbeat
             * @property {parley.v1.Cancel.$Properties|null} [cancel] Frame cancel
             * @property {parley.v1.End.$Properties|null} [end] Frame end
             * @property {parley.v1.Close.$Properties|null} [close] Frame close
             * @property {parley.v1.Draining.$Properties|null} [draining] Frame draining
             * @property {boolean|null} [more] Frame more
             * @property {"payload"|"credit"|"heartbeat"|"cancel"|"end"|"close"|"draining"} [body] Frame body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Frame.
             * @memberof parley.v1
             * @interface IFrame
             * @augments parley.v1.Frame.$Properties
             * @deprecated Use parley.v1.Frame.$Properties instead.
             */

            /**
             * Narrowed shape of a Frame.
             * @typedef {{
             *   seq?: number|null;
             *   generation?: number|null;
             *   deadlineUnixMs?: number|null;
             *   payload?: Uint8Array|null;
             *   credit?: parley.v1.Credit.$Shape|null;
             *   heartbeat?: parley.v1.Heartbeat.$Shape|null;
             *   cancel?: parley.v1.Cancel.$Shape|null;
             *   end?: parley.v1.End.$Shape|null;
             *   close?: parley.v1.Close.$Shape|null;
             *   draining?: parley.v1.Draining.$Shape|null;
             *   more?: boolean|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; payload?: null; credit?: null; heartbeat?: null; cancel?: null; end?: null; close?: null; draining?: null }|{ body?: "payload"; payload: Uint8Array; credit?: null; heartbeat?: null; cancel?: null; end?: null; close?: null; draining?: null }|{ body?: "credit"; payload?: null; credit: parley.v1.Credit.$Shape; heartbeat?: null; cancel?: null; end?: null; close?: null; draining?: null }|{ body?: "heartbeat"; payload?: null; credit?: null; heartbeat: parley.v1.Heartbeat.$Shape; cancel?: null; end?: null; close?: null; draining?: null }|{ body?: "cancel"; payload?: null; credit?: null; heartbeat?: null; cancel: parley.v1.Cancel.$Shape; end?: null; close?: null; draining?: null }|{ body?: "end"; payload?: null; credit?: null; heartbeat?: null; cancel?: null; end: parley.v1.End.$Shape; close?: null; draining?: null }|{ body?: "close"; payload?: null; credit?: null; heartbeat?: null; cancel?: null; end?: null; close: parley.v1.Close.$Shape; draining?: null }|{ body?: "draining"; payload?: null; credit?: null; heartbeat?: null; cancel?: null; end?: null; close?: null; draining: parley.v1.Draining.$Shape })
             * )} parley.v1.Frame.$Shape
             */

            /**
             * Constructs a new Frame.
             * @memberof parley.v1
             * @classdesc Represents a Frame.
             * @constructor
             * @param {parley.v1.Frame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Frame = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Frame seq.
             * @member {number} seq
             * @memberof parley.v1.Frame
             * @instance
             */
            Frame.prototype.seq = 0;

            /**
             * Frame generation.
             * @member {number} generation
             * @memberof parley.v1.Frame
             * @instance
             */
            Frame.prototype.generation = 0;

            /**
             * Frame deadlineUnixMs.
             * @member {number} deadlineUnixMs
             * @memberof parley.v1.Frame
             * @instance
             */
            Frame.prototype.deadlineUnixMs = 0;

            /**
             * Frame payload.
             * @member {Uint8Array|null|undefined} payload
             * @memberof parley.v1.Frame
             * @instance
             */
            Frame.prototype.payload = null;

            /**
             * Frame credit.
             * @member {parley.v1.Credit.$Properties|null|undefined} credit
             * @memberof parley.v1.Frame
             * @instance
             */
            Frame.prototype.credit = null;

            /**
             * Frame heartbeat.
             * @member {parley.v1.Heartbeat.$Properties|null|undefined} heartbeat
             * @memberof parley.v1.Frame
             * @instance
             */
            Frame.prototype.heartbeat = null;

            /**
             * Frame cancel.
             * @member {parley.v1.Cancel.$Properties|null|undefined} cancel
             * @memberof parley.v1.Frame
             * @instance
             */
            Frame.prototype.cancel = null;

            /**
             * Frame end.
             * @member {parley.v1.End.$Properties|null|undefined} end
             * @memberof parley.v1.Frame
             * @instance
             */
            Frame.prototype.end = null;

            /**
             * Frame close.
             * @member {parley.v1.Close.$Properties|null|undefined} close
             * @memberof parley.v1.Frame
             * @instance
             */
            Frame.prototype.close = null;

            /**
             * Frame draining.
             * @member {parley.v1.Draining.$Properties|null|undefined} draining
             * @memberof parley.v1.Frame
             * @instance
             */
            Frame.prototype.draining = null;

            /**
             * Frame more.
             * @member {boolean} more
             * @memberof parley.v1.Frame
             * @instance
             */
            Frame.prototype.more = false;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * Frame body.
             * @member {"payload"|"credit"|"heartbeat"|"cancel"|"end"|"close"|"draining"|undefined} body
             * @memberof parley.v1.Frame
             * @instance
             */
            $Object.defineProperty(Frame.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["payload", "credit", "heartbeat", "cancel", "end", "close", "draining"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Frame message. Does not implicitly {@link parley.v1.Frame.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Frame
             * @static
             * @param {parley.v1.Frame.$Properties} message Frame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Frame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && message.seq !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.seq);
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation") && message.generation !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.generation);
                if (message.deadlineUnixMs != null && $Object.hasOwnProperty.call(message, "deadlineUnixMs") && !$Object.is(message.deadlineUnixMs, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.deadlineUnixMs);
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload"))
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.payload);
                if (message.credit != null && $Object.hasOwnProperty.call(message, "credit"))
                    $root.parley.v1.Credit.encode(message.credit, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                    $root.parley.v1.Heartbeat.encode(message.heartbeat, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel"))
                    $root.parley.v1.Cancel.encode(message.cancel, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.end != null && $Object.hasOwnProperty.call(message, "end"))
                    $root.parley.v1.End.encode(message.end, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.close != null && $Object.hasOwnProperty.call(message, "close"))
                    $root.parley.v1.Close.encode(message.close, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.draining != null && $Object.hasOwnProperty.call(message, "draining"))
                    $root.parley.v1.Draining.encode(message.draining, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                    writer.uint32(/* id 11, wireType 0 =*/88).bool(message.more);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Frame message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Frame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Frame & parley.v1.Frame.$Shape} Frame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Frame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Frame();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.generation = value;
                            else
                                delete message.generation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.deadlineUnixMs = value;
                            else
                                delete message.deadlineUnixMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.payload = reader.bytes();
                            message.body = "payload";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.credit = $root.parley.v1.Credit.decode(reader, reader.size(), $undefined, _depth + 1, message.credit);
                            message.body = "credit";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.heartbeat = $root.parley.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                            message.body = "heartbeat";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.cancel = $root.parley.v1.Cancel.decode(reader, reader.size(), $undefined, _depth + 1, message.cancel);
                            message.body = "cancel";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.end = $root.parley.v1.End.decode(reader, reader.size(), $undefined, _depth + 1, message.end);
                            message.body = "end";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.close = $root.parley.v1.Close.decode(reader, reader.size(), $undefined, _depth + 1, message.close);
                            message.body = "close";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.draining = $root.parley.v1.Draining.decode(reader, reader.size(), $undefined, _depth + 1, message.draining);
                            message.body = "draining";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.more = value;
                            else
                                delete message.more;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Frame;
        })();

        v1.Credit = (function() {

            /**
             * Properties of a Credit.
             * @typedef {Object} parley.v1.Credit.$Properties
             * @property {number|null} [frames] Credit frames
             * @property {number|null} [acknowledgedSeq] Credit acknowledgedSeq
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Credit.
             * @memberof parley.v1
             * @interface ICredit
             * @augments parley.v1.Credit.$Properties
             * @deprecated Use parley.v1.Credit.$Properties instead.
             */

            /**
             * Shape of a Credit.
             * @typedef {parley.v1.Credit.$Properties} parley.v1.Credit.$Shape
             */

            /**
             * Constructs a new Credit.
             * @memberof parley.v1
             * @classdesc Represents a Credit.
             * @constructor
             * @param {parley.v1.Credit.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Credit = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Credit frames.
             * @member {number} frames
             * @memberof parley.v1.Credit
             * @instance
             */
            Credit.prototype.frames = 0;

            /**
             * Credit acknowledgedSeq.
             * @member {number} acknowledgedSeq
             * @memberof parley.v1.Credit
             * @instance
             */
            Credit.prototype.acknowledgedSeq = 0;

            /**
             * Encodes the specified Credit message. Does not implicitly {@link parley.v1.Credit.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Credit
             * @static
             * @param {parley.v1.Credit.$Properties} message Credit message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Credit.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.frames != null && $Object.hasOwnProperty.call(message, "frames") && message.frames !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.frames);
                if (message.acknowledgedSeq != null && $Object.hasOwnProperty.call(message, "acknowledgedSeq") && message.acknowledgedSeq !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.acknowledgedSeq);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Credit message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Credit
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Credit & parley.v1.Credit.$Shape} Credit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Credit.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Credit();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.frames = value;
                            else
                                delete message.frames;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.acknowledgedSeq = value;
                            else
                                delete message.acknowledgedSeq;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Credit;
        })();

        v1.Heartbeat = (function() {

            /**
             * Properties of a Heartbeat.
             * @typedef {Object} parley.v1.Heartbeat.$Properties
             * @property {number|null} [acknowledgedSeq] Heartbeat acknowledgedSeq
             * @property {boolean|null} [resend] Heartbeat resend
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Heartbeat.
             * @memberof parley.v1
             * @interface IHeartbeat
             * @augments parley.v1.Heartbeat.$Properties
             * @deprecated Use parley.v1.Heartbeat.$Properties instead.
             */

            /**
             * Shape of a Heartbeat.
             * @typedef {parley.v1.Heartbeat.$Properties} parley.v1.Heartbeat.$Shape
             */

            /**
             * Constructs a new Heartbeat.
             * @memberof parley.v1
             * @classdesc Represents a Heartbeat.
             * @constructor
             * @param {parley.v1.Heartbeat.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Heartbeat = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Heartbeat acknowledgedSeq.
             * @member {number} acknowledgedSeq
             * @memberof parley.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.acknowledgedSeq = 0;

            /**
             * Heartbeat resend.
             * @member {boolean} resend
             * @memberof parley.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.resend = false;

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link parley.v1.Heartbeat.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Heartbeat
             * @static
             * @param {parley.v1.Heartbeat.$Properties} message Heartbeat message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Heartbeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.acknowledgedSeq != null && $Object.hasOwnProperty.call(message, "acknowledgedSeq") && message.acknowledgedSeq !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.acknowledgedSeq);
                if (message.resend != null && $Object.hasOwnProperty.call(message, "resend") && message.resend !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.resend);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Heartbeat
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Heartbeat & parley.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Heartbeat();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.acknowledgedSeq = value;
                            else
                                delete message.acknowledgedSeq;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.resend = value;
                            else
                                delete message.resend;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Heartbeat;
        })();

        v1.Cancel = (function() {

            /**
             * Properties of a Cancel.
             * @typedef {Object} parley.v1.Cancel.$Properties
             * @property {number|null} [generation] Cancel generation
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Cancel.
             * @memberof parley.v1
             * @interface ICancel
             * @augments parley.v1.Cancel.$Properties
             * @deprecated Use parley.v1.Cancel.$Properties instead.
             */

            /**
             * Shape of a Cancel.
             * @typedef {parley.v1.Cancel.$Properties} parley.v1.Cancel.$Shape
             */

            /**
             * Constructs a new Cancel.
             * @memberof parley.v1
             * @classdesc Represents a Cancel.
             * @constructor
             * @param {parley.v1.Cancel.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Cancel = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Cancel generation.
             * @member {number} generation
             * @memberof parley.v1.Cancel
             * @instance
             */
            Cancel.prototype.generation = 0;

            /**
             * Encodes the specified Cancel message. Does not implicitly {@link parley.v1.Cancel.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Cancel
             * @static
             * @param {parley.v1.Cancel.$Properties} message Cancel message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Cancel.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation") && message.generation !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.generation);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Cancel message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Cancel
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Cancel & parley.v1.Cancel.$Shape} Cancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Cancel.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Cancel();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.generation = value;
                            else
                                delete message.generation;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Cancel;
        })();

        v1.End = (function() {

            /**
             * Properties of an End.
             * @typedef {Object} parley.v1.End.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an End.
             * @memberof parley.v1
             * @interface IEnd
             * @augments parley.v1.End.$Properties
             * @deprecated Use parley.v1.End.$Properties instead.
             */

            /**
             * Shape of an End.
             * @typedef {parley.v1.End.$Properties} parley.v1.End.$Shape
             */

            /**
             * Constructs a new End.
             * @memberof parley.v1
             * @classdesc Represents an End.
             * @constructor
             * @param {parley.v1.End.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var End = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified End message. Does not implicitly {@link parley.v1.End.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.End
             * @static
             * @param {parley.v1.End.$Properties} message End message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            End.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an End message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.End
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.End & parley.v1.End.$Shape} End
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            End.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.End();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return End;
        })();

        v1.Draining = (function() {

            /**
             * Properties of a Draining.
             * @typedef {Object} parley.v1.Draining.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Draining.
             * @memberof parley.v1
             * @interface IDraining
             * @augments parley.v1.Draining.$Properties
             * @deprecated Use parley.v1.Draining.$Properties instead.
             */

            /**
             * Shape of a Draining.
             * @typedef {parley.v1.Draining.$Properties} parley.v1.Draining.$Shape
             */

            /**
             * Constructs a new Draining.
             * @memberof parley.v1
             * @classdesc Represents a Draining.
             * @constructor
             * @param {parley.v1.Draining.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Draining = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified Draining message. Does not implicitly {@link parley.v1.Draining.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Draining
             * @static
             * @param {parley.v1.Draining.$Properties} message Draining message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Draining.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Draining message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Draining
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Draining & parley.v1.Draining.$Shape} Draining
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Draining.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Draining();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Draining;
        })();

        v1.Close = (function() {

            /**
             * Properties of a Close.
             * @typedef {Object} parley.v1.Close.$Properties
             * @property {string|null} [code] Close code
             * @property {string|null} [message] Close message
             * @property {boolean|null} [retryable] Close retryable
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Close.
             * @memberof parley.v1
             * @interface IClose
             * @augments parley.v1.Close.$Properties
             * @deprecated Use parley.v1.Close.$Properties instead.
             */

            /**
             * Shape of a Close.
             * @typedef {parley.v1.Close.$Properties} parley.v1.Close.$Shape
             */

            /**
             * Constructs a new Close.
             * @memberof parley.v1
             * @classdesc Represents a Close.
             * @constructor
             * @param {parley.v1.Close.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Close = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Close code.
             * @member {string} code
             * @memberof parley.v1.Close
             * @instance
             */
            Close.prototype.code = "";

            /**
             * Close message.
             * @member {string} message
             * @memberof parley.v1.Close
             * @instance
             */
            Close.prototype.message = "";

            /**
             * Close retryable.
             * @member {boolean} retryable
             * @memberof parley.v1.Close
             * @instance
             */
            Close.prototype.retryable = false;

            /**
             * Encodes the specified Close message. Does not implicitly {@link parley.v1.Close.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Close
             * @static
             * @param {parley.v1.Close.$Properties} message Close message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Close.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.retryable != null && $Object.hasOwnProperty.call(message, "retryable") && message.retryable !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.retryable);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Close message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Close
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Close & parley.v1.Close.$Shape} Close
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Close.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Close();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.retryable = value;
                            else
                                delete message.retryable;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Close;
        })();

        v1.OpenRequest = (function() {

            /**
             * Properties of an OpenRequest.
             * @typedef {Object} parley.v1.OpenRequest.$Properties
             * @property {string|null} [streamId] OpenRequest streamId
             * @property {string|null} [sessionId] OpenRequest sessionId
             * @property {Uint8Array|null} [config] OpenRequest config
             * @property {number|null} [credit] OpenRequest credit
             * @property {number|null} [deadlineUnixMs] OpenRequest deadlineUnixMs
             * @property {string|null} [sharedSubject] OpenRequest sharedSubject
             * @property {string|null} [traceparent] OpenRequest traceparent
             * @property {Array.<string>|null} [avoidWorkers] OpenRequest avoidWorkers
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OpenRequest.
             * @memberof parley.v1
             * @interface IOpenRequest
             * @augments parley.v1.OpenRequest.$Properties
             * @deprecated Use parley.v1.OpenRequest.$Properties instead.
             */

            /**
             * Shape of an OpenRequest.
             * @typedef {parley.v1.OpenRequest.$Properties} parley.v1.OpenRequest.$Shape
             */

            /**
             * Constructs a new OpenRequest.
             * @memberof parley.v1
             * @classdesc Represents an OpenRequest.
             * @constructor
             * @param {parley.v1.OpenRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var OpenRequest = function (properties) {
                this.avoidWorkers = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OpenRequest streamId.
             * @member {string} streamId
             * @memberof parley.v1.OpenRequest
             * @instance
             */
            OpenRequest.prototype.streamId = "";

            /**
             * OpenRequest sessionId.
             * @member {string} sessionId
             * @memberof parley.v1.OpenRequest
             * @instance
             */
            OpenRequest.prototype.sessionId = "";

            /**
             * OpenRequest config.
             * @member {Uint8Array} config
             * @memberof parley.v1.OpenRequest
             * @instance
             */
            OpenRequest.prototype.config = $util.newBuffer([]);

            /**
             * OpenRequest credit.
             * @member {number} credit
             * @memberof parley.v1.OpenRequest
             * @instance
             */
            OpenRequest.prototype.credit = 0;

            /**
             * OpenRequest deadlineUnixMs.
             * @member {number} deadlineUnixMs
             * @memberof parley.v1.OpenRequest
             * @instance
             */
            OpenRequest.prototype.deadlineUnixMs = 0;

            /**
             * OpenRequest sharedSubject.
             * @member {string} sharedSubject
             * @memberof parley.v1.OpenRequest
             * @instance
             */
            OpenRequest.prototype.sharedSubject = "";

            /**
             * OpenRequest traceparent.
             * @member {string} traceparent
             * @memberof parley.v1.OpenRequest
             * @instance
             */
            OpenRequest.prototype.traceparent = "";

            /**
             * OpenRequest avoidWorkers.
             * @member {Array.<string>} avoidWorkers
             * @memberof parley.v1.OpenRequest
             * @instance
             */
            OpenRequest.prototype.avoidWorkers = $util.emptyArray;

            /**
             * Encodes the specified OpenRequest message. Does not implicitly {@link parley.v1.OpenRequest.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.OpenRequest
             * @static
             * @param {parley.v1.OpenRequest.$Properties} message OpenRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OpenRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.streamId != null && $Object.hasOwnProperty.call(message, "streamId") && message.streamId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.streamId);
                if (message.sessionId != null && $Object.hasOwnProperty.call(message, "sessionId") && message.sessionId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.sessionId);
                if (message.config != null && $Object.hasOwnProperty.call(message, "config") && message.config.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.config);
                if (message.credit != null && $Object.hasOwnProperty.call(message, "credit") && message.credit !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.credit);
                if (message.deadlineUnixMs != null && $Object.hasOwnProperty.call(message, "deadlineUnixMs") && !$Object.is(message.deadlineUnixMs, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.deadlineUnixMs);
                if (message.sharedSubject != null && $Object.hasOwnProperty.call(message, "sharedSubject") && message.sharedSubject !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.sharedSubject);
                if (message.traceparent != null && $Object.hasOwnProperty.call(message, "traceparent") && message.traceparent !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.traceparent);
                if (message.avoidWorkers != null && message.avoidWorkers.length)
                    for (var i = 0; i < message.avoidWorkers.length; ++i)
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.avoidWorkers[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OpenRequest message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.OpenRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.OpenRequest & parley.v1.OpenRequest.$Shape} OpenRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OpenRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.OpenRequest();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.streamId = value;
                            else
                                delete message.streamId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sessionId = value;
                            else
                                delete message.sessionId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.config = value;
                            else
                                delete message.config;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.credit = value;
                            else
                                delete message.credit;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.deadlineUnixMs = value;
                            else
                                delete message.deadlineUnixMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sharedSubject = value;
                            else
                                delete message.sharedSubject;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.traceparent = value;
                            else
                                delete message.traceparent;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.avoidWorkers && message.avoidWorkers.length))
                                message.avoidWorkers = [];
                            message.avoidWorkers.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OpenRequest;
        })();

        v1.OpenReply = (function() {

            /**
             * Properties of an OpenReply.
             * @typedef {Object} parley.v1.OpenReply.$Properties
             * @property {parley.v1.Claim.$Properties|null} [claim] OpenReply claim
             * @property {parley.v1.Refusal.$Properties|null} [refusal] OpenReply refusal
             * @property {"claim"|"refusal"} [outcome] OpenReply outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OpenReply.
             * @memberof parley.v1
             * @interface IOpenReply
             * @augments parley.v1.OpenReply.$Properties
             * @deprecated Use parley.v1.OpenReply.$Properties instead.
             */

            /**
             * Narrowed shape of an OpenReply.
             * @typedef {{
             *   claim?: parley.v1.Claim.$Shape|null;
             *   refusal?: parley.v1.Refusal.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ outcome?: undefined; claim?: null; refusal?: null }|{ outcome?: "claim"; claim: parley.v1.Claim.$Shape; refusal?: null }|{ outcome?: "refusal"; claim?: null; refusal: parley.v1.Refusal.$Shape })
             * )} parley.v1.OpenReply.$Shape
             */

            /**
             * Constructs a new OpenReply.
             * @memberof parley.v1
             * @classdesc Represents an OpenReply.
             * @constructor
             * @param {parley.v1.OpenReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var OpenReply = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OpenReply claim.
             * @member {parley.v1.Claim.$Properties|null|undefined} claim
             * @memberof parley.v1.OpenReply
             * @instance
             */
            OpenReply.prototype.claim = null;

            /**
             * OpenReply refusal.
             * @member {parley.v1.Refusal.$Properties|null|undefined} refusal
             * @memberof parley.v1.OpenReply
             * @instance
             */
            OpenReply.prototype.refusal = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * OpenReply outcome.
             * @member {"claim"|"refusal"|undefined} outcome
             * @memberof parley.v1.OpenReply
             * @instance
             */
            $Object.defineProperty(OpenReply.prototype, "outcome", {
                get: $util.oneOfGetter($oneOfFields = ["claim", "refusal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified OpenReply message. Does not implicitly {@link parley.v1.OpenReply.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.OpenReply
             * @static
             * @param {parley.v1.OpenReply.$Properties} message OpenReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OpenReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.claim != null && $Object.hasOwnProperty.call(message, "claim"))
                    $root.parley.v1.Claim.encode(message.claim, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                    $root.parley.v1.Refusal.encode(message.refusal, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OpenReply message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.OpenReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.OpenReply & parley.v1.OpenReply.$Shape} OpenReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OpenReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.OpenReply();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.claim = $root.parley.v1.Claim.decode(reader, reader.size(), $undefined, _depth + 1, message.claim);
                            message.outcome = "claim";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.refusal = $root.parley.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                            message.outcome = "refusal";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OpenReply;
        })();

        v1.Claim = (function() {

            /**
             * Properties of a Claim.
             * @typedef {Object} parley.v1.Claim.$Properties
             * @property {string|null} [workerId] Claim workerId
             * @property {number|null} [heartbeatMs] Claim heartbeatMs
             * @property {number|null} [credit] Claim credit
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Claim.
             * @memberof parley.v1
             * @interface IClaim
             * @augments parley.v1.Claim.$Properties
             * @deprecated Use parley.v1.Claim.$Properties instead.
             */

            /**
             * Shape of a Claim.
             * @typedef {parley.v1.Claim.$Properties} parley.v1.Claim.$Shape
             */

            /**
             * Constructs a new Claim.
             * @memberof parley.v1
             * @classdesc Represents a Claim.
             * @constructor
             * @param {parley.v1.Claim.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Claim = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Claim workerId.
             * @member {string} workerId
             * @memberof parley.v1.Claim
             * @instance
             */
            Claim.prototype.workerId = "";

            /**
             * Claim heartbeatMs.
             * @member {number} heartbeatMs
             * @memberof parley.v1.Claim
             * @instance
             */
            Claim.prototype.heartbeatMs = 0;

            /**
             * Claim credit.
             * @member {number} credit
             * @memberof parley.v1.Claim
             * @instance
             */
            Claim.prototype.credit = 0;

            /**
             * Encodes the specified Claim message. Does not implicitly {@link parley.v1.Claim.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Claim
             * @static
             * @param {parley.v1.Claim.$Properties} message Claim message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Claim.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.workerId != null && $Object.hasOwnProperty.call(message, "workerId") && message.workerId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.workerId);
                if (message.heartbeatMs != null && $Object.hasOwnProperty.call(message, "heartbeatMs") && message.heartbeatMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.heartbeatMs);
                if (message.credit != null && $Object.hasOwnProperty.call(message, "credit") && message.credit !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.credit);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Claim message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Claim
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Claim & parley.v1.Claim.$Shape} Claim
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Claim.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Claim();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.workerId = value;
                            else
                                delete message.workerId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.heartbeatMs = value;
                            else
                                delete message.heartbeatMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.credit = value;
                            else
                                delete message.credit;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Claim;
        })();

        v1.Refusal = (function() {

            /**
             * Properties of a Refusal.
             * @typedef {Object} parley.v1.Refusal.$Properties
             * @property {string|null} [code] Refusal code
             * @property {string|null} [message] Refusal message
             * @property {boolean|null} [retryable] Refusal retryable
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Refusal.
             * @memberof parley.v1
             * @interface IRefusal
             * @augments parley.v1.Refusal.$Properties
             * @deprecated Use parley.v1.Refusal.$Properties instead.
             */

            /**
             * Shape of a Refusal.
             * @typedef {parley.v1.Refusal.$Properties} parley.v1.Refusal.$Shape
             */

            /**
             * Constructs a new Refusal.
             * @memberof parley.v1
             * @classdesc Represents a Refusal.
             * @constructor
             * @param {parley.v1.Refusal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Refusal = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Refusal code.
             * @member {string} code
             * @memberof parley.v1.Refusal
             * @instance
             */
            Refusal.prototype.code = "";

            /**
             * Refusal message.
             * @member {string} message
             * @memberof parley.v1.Refusal
             * @instance
             */
            Refusal.prototype.message = "";

            /**
             * Refusal retryable.
             * @member {boolean} retryable
             * @memberof parley.v1.Refusal
             * @instance
             */
            Refusal.prototype.retryable = false;

            /**
             * Encodes the specified Refusal message. Does not implicitly {@link parley.v1.Refusal.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Refusal
             * @static
             * @param {parley.v1.Refusal.$Properties} message Refusal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Refusal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.retryable != null && $Object.hasOwnProperty.call(message, "retryable") && message.retryable !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.retryable);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Refusal message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Refusal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Refusal & parley.v1.Refusal.$Shape} Refusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Refusal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Refusal();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.retryable = value;
                            else
                                delete message.retryable;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Refusal;
        })();

        v1.Reply = (function() {

            /**
             * Properties of a Reply.
             * @typedef {Object} parley.v1.Reply.$Properties
             * @property {Uint8Array|null} [payload] Reply payload
             * @property {parley.v1.Refusal.$Properties|null} [refusal] Reply refusal
             * @property {"payload"|"refusal"} [outcome] Reply outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Reply.
             * @memberof parley.v1
             * @interface IReply
             * @augments parley.v1.Reply.$Properties
             * @deprecated Use parley.v1.Reply.$Properties instead.
             */

            /**
             * Narrowed shape of a Reply.
             * @typedef {{
             *   payload?: Uint8Array|null;
             *   refusal?: parley.v1.Refusal.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ outcome?: undefined; payload?: null; refusal?: null }|{ outcome?: "payload"; payload: Uint8Array; refusal?: null }|{ outcome?: "refusal"; payload?: null; refusal: parley.v1.Refusal.$Shape })
             * )} parley.v1.Reply.$Shape
             */

            /**
             * Constructs a new Reply.
             * @memberof parley.v1
             * @classdesc Represents a Reply.
             * @constructor
             * @param {parley.v1.Reply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Reply = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Reply payload.
             * @member {Uint8Array|null|undefined} payload
             * @memberof parley.v1.Reply
             * @instance
             */
            Reply.prototype.payload = null;

            /**
             * Reply refusal.
             * @member {parley.v1.Refusal.$Properties|null|undefined} refusal
             * @memberof parley.v1.Reply
             * @instance
             */
            Reply.prototype.refusal = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * Reply outcome.
             * @member {"payload"|"refusal"|undefined} outcome
             * @memberof parley.v1.Reply
             * @instance
             */
            $Object.defineProperty(Reply.prototype, "outcome", {
                get: $util.oneOfGetter($oneOfFields = ["payload", "refusal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Reply message. Does not implicitly {@link parley.v1.Reply.verify|verify} messages.
             * @function encode
             * @memberof parley.v1.Reply
             * @static
             * @param {parley.v1.Reply.$Properties} message Reply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Reply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload"))
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.payload);
                if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                    $root.parley.v1.Refusal.encode(message.refusal, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Reply message from the specified reader or buffer.
             * @function decode
             * @memberof parley.v1.Reply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {parley.v1.Reply & parley.v1.Reply.$Shape} Reply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Reply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.parley.v1.Reply();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.payload = reader.bytes();
                            message.outcome = "payload";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.refusal = $root.parley.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                            message.outcome = "refusal";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Reply;
        })();

        return v1;
    })();

    return parley;
})();

module.exports = $root;
