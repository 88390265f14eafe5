import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace parley. */
export namespace parley {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of an AudioFrame.
         * @deprecated Use parley.v1.AudioFrame.$Properties instead.
         */
        interface IAudioFrame extends parley.v1.AudioFrame.$Properties {
        }

        /** Represents an AudioFrame. */
        class AudioFrame {

            /**
             * Constructs a new AudioFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.AudioFrame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AudioFrame startSample. */
            startSample: number;

            /** AudioFrame sampleRate. */
            sampleRate: number;

            /** AudioFrame pcm. */
            pcm: Uint8Array;

            /**
             * Encodes the specified AudioFrame message. Does not implicitly {@link parley.v1.AudioFrame.verify|verify} messages.
             * @param message AudioFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.AudioFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AudioFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.AudioFrame & parley.v1.AudioFrame.$Shape} AudioFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.AudioFrame & parley.v1.AudioFrame.$Shape;
        }

        namespace AudioFrame {

            /** Properties of an AudioFrame. */
            interface $Properties {

                /** AudioFrame startSample */
                startSample?: (number|null);

                /** AudioFrame sampleRate */
                sampleRate?: (number|null);

                /** AudioFrame pcm */
                pcm?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AudioFrame. */
            type $Shape = parley.v1.AudioFrame.$Properties;
        }

        /**
         * Properties of a WordTime.
         * @deprecated Use parley.v1.WordTime.$Properties instead.
         */
        interface IWordTime extends parley.v1.WordTime.$Properties {
        }

        /** Represents a WordTime. */
        class WordTime {

            /**
             * Constructs a new WordTime.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.WordTime.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WordTime text. */
            text: string;

            /** WordTime startMs. */
            startMs: number;

            /** WordTime endMs. */
            endMs: number;

            /**
             * Encodes the specified WordTime message. Does not implicitly {@link parley.v1.WordTime.verify|verify} messages.
             * @param message WordTime message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.WordTime.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WordTime message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.WordTime & parley.v1.WordTime.$Shape} WordTime
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.WordTime & parley.v1.WordTime.$Shape;
        }

        namespace WordTime {

            /** Properties of a WordTime. */
            interface $Properties {

                /** WordTime text */
                text?: (string|null);

                /** WordTime startMs */
                startMs?: (number|null);

                /** WordTime endMs */
                endMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WordTime. */
            type $Shape = parley.v1.WordTime.$Properties;
        }

        /**
         * Properties of a ChatInput.
         * @deprecated Use parley.v1.ChatInput.$Properties instead.
         */
        interface IChatInput extends parley.v1.ChatInput.$Properties {
        }

        /** Represents a ChatInput. */
        class ChatInput {

            /**
             * Constructs a new ChatInput.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ChatInput.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChatInput request. */
            request: number;

            /** ChatInput body. */
            body: Uint8Array;

            /** ChatInput last. */
            last: boolean;

            /** ChatInput grant. */
            grant: number;

            /** ChatInput cancel. */
            cancel: boolean;

            /**
             * Encodes the specified ChatInput message. Does not implicitly {@link parley.v1.ChatInput.verify|verify} messages.
             * @param message ChatInput message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ChatInput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChatInput message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ChatInput & parley.v1.ChatInput.$Shape} ChatInput
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ChatInput & parley.v1.ChatInput.$Shape;
        }

        namespace ChatInput {

            /** Properties of a ChatInput. */
            interface $Properties {

                /** ChatInput request */
                request?: (number|null);

                /** ChatInput body */
                body?: (Uint8Array|null);

                /** ChatInput last */
                last?: (boolean|null);

                /** ChatInput grant */
                grant?: (number|null);

                /** ChatInput cancel */
                cancel?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChatInput. */
            type $Shape = parley.v1.ChatInput.$Properties;
        }

        /**
         * Properties of a ChatOutput.
         * @deprecated Use parley.v1.ChatOutput.$Properties instead.
         */
        interface IChatOutput extends parley.v1.ChatOutput.$Properties {
        }

        /** Represents a ChatOutput. */
        class ChatOutput {

            /**
             * Constructs a new ChatOutput.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ChatOutput.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChatOutput request. */
            request: number;

            /** ChatOutput head. */
            head?: (parley.v1.ChatHead.$Properties|null);

            /** ChatOutput body. */
            body: Uint8Array;

            /** ChatOutput usage. */
            usage?: (parley.v1.ChatUsage.$Properties|null);

            /** ChatOutput end. */
            end: parley.v1.ChatEnd;

            /**
             * Encodes the specified ChatOutput message. Does not implicitly {@link parley.v1.ChatOutput.verify|verify} messages.
             * @param message ChatOutput message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ChatOutput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChatOutput message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ChatOutput & parley.v1.ChatOutput.$Shape} ChatOutput
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ChatOutput & parley.v1.ChatOutput.$Shape;
        }

        namespace ChatOutput {

            /** Properties of a ChatOutput. */
            interface $Properties {

                /** ChatOutput request */
                request?: (number|null);

                /** ChatOutput head */
                head?: (parley.v1.ChatHead.$Properties|null);

                /** ChatOutput body */
                body?: (Uint8Array|null);

                /** ChatOutput usage */
                usage?: (parley.v1.ChatUsage.$Properties|null);

                /** ChatOutput end */
                end?: (parley.v1.ChatEnd|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChatOutput. */
            type $Shape = parley.v1.ChatOutput.$Properties;
        }

        /** ChatEnd enum. */
        enum ChatEnd {

            /** CHAT_GOES_ON value */
            CHAT_GOES_ON = 0,

            /** CHAT_WHOLE value */
            CHAT_WHOLE = 1,

            /** CHAT_BROKEN value */
            CHAT_BROKEN = 2
        }

        /**
         * Properties of a ChatHead.
         * @deprecated Use parley.v1.ChatHead.$Properties instead.
         */
        interface IChatHead extends parley.v1.ChatHead.$Properties {
        }

        /** Represents a ChatHead. */
        class ChatHead {

            /**
             * Constructs a new ChatHead.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ChatHead.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChatHead status. */
            status: number;

            /** ChatHead contentType. */
            contentType: string;

            /** ChatHead retryAfterS. */
            retryAfterS: number;

            /**
             * Encodes the specified ChatHead message. Does not implicitly {@link parley.v1.ChatHead.verify|verify} messages.
             * @param message ChatHead message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ChatHead.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChatHead message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ChatHead & parley.v1.ChatHead.$Shape} ChatHead
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ChatHead & parley.v1.ChatHead.$Shape;
        }

        namespace ChatHead {

            /** Properties of a ChatHead. */
            interface $Properties {

                /** ChatHead status */
                status?: (number|null);

                /** ChatHead contentType */
                contentType?: (string|null);

                /** ChatHead retryAfterS */
                retryAfterS?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChatHead. */
            type $Shape = parley.v1.ChatHead.$Properties;
        }

        /**
         * Properties of a ChatUsage.
         * @deprecated Use parley.v1.ChatUsage.$Properties instead.
         */
        interface IChatUsage extends parley.v1.ChatUsage.$Properties {
        }

        /** Represents a ChatUsage. */
        class ChatUsage {

            /**
             * Constructs a new ChatUsage.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ChatUsage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChatUsage attempts. */
            attempts: parley.v1.Attempt.$Properties[];

            /**
             * Encodes the specified ChatUsage message. Does not implicitly {@link parley.v1.ChatUsage.verify|verify} messages.
             * @param message ChatUsage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ChatUsage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChatUsage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ChatUsage & parley.v1.ChatUsage.$Shape} ChatUsage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ChatUsage & parley.v1.ChatUsage.$Shape;
        }

        namespace ChatUsage {

            /** Properties of a ChatUsage. */
            interface $Properties {

                /** ChatUsage attempts */
                attempts?: (parley.v1.Attempt.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChatUsage. */
            type $Shape = parley.v1.ChatUsage.$Properties;
        }

        /**
         * Properties of a GenerateOpen.
         * @deprecated Use parley.v1.GenerateOpen.$Properties instead.
         */
        interface IGenerateOpen extends parley.v1.GenerateOpen.$Properties {
        }

        /** Represents a GenerateOpen. */
        class GenerateOpen {

            /**
             * Constructs a new GenerateOpen.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GenerateOpen.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GenerateOpen model. */
            model: string;

            /**
             * Encodes the specified GenerateOpen message. Does not implicitly {@link parley.v1.GenerateOpen.verify|verify} messages.
             * @param message GenerateOpen message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GenerateOpen.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GenerateOpen message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GenerateOpen & parley.v1.GenerateOpen.$Shape} GenerateOpen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GenerateOpen & parley.v1.GenerateOpen.$Shape;
        }

        namespace GenerateOpen {

            /** Properties of a GenerateOpen. */
            interface $Properties {

                /** GenerateOpen model */
                model?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GenerateOpen. */
            type $Shape = parley.v1.GenerateOpen.$Properties;
        }

        /**
         * Properties of a GenerateInput.
         * @deprecated Use parley.v1.GenerateInput.$Properties instead.
         */
        interface IGenerateInput extends parley.v1.GenerateInput.$Properties {
        }

        /** Represents a GenerateInput. */
        class GenerateInput {

            /**
             * Constructs a new GenerateInput.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GenerateInput.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GenerateInput request. */
            request?: (parley.v1.GenerateRequest.$Properties|null);

            /** GenerateInput prepare. */
            prepare?: (parley.v1.GenerateRequest.$Properties|null);

            /** GenerateInput input. */
            input?: ("request"|"prepare");

            /**
             * Encodes the specified GenerateInput message. Does not implicitly {@link parley.v1.GenerateInput.verify|verify} messages.
             * @param message GenerateInput message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GenerateInput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GenerateInput message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GenerateInput & parley.v1.GenerateInput.$Shape} GenerateInput
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GenerateInput & parley.v1.GenerateInput.$Shape;
        }

        namespace GenerateInput {

            /** Properties of a GenerateInput. */
            interface $Properties {

                /** GenerateInput request */
                request?: (parley.v1.GenerateRequest.$Properties|null);

                /** GenerateInput prepare */
                prepare?: (parley.v1.GenerateRequest.$Properties|null);

                /** GenerateInput input */
                input?: ("request"|"prepare");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a GenerateInput. */
            type $Shape = {
              request?: parley.v1.GenerateRequest.$Shape|null;
              prepare?: parley.v1.GenerateRequest.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ input?: undefined; request?: null; prepare?: null }|{ input?: "request"; request: parley.v1.GenerateRequest.$Shape; prepare?: null }|{ input?: "prepare"; request?: null; prepare: parley.v1.GenerateRequest.$Shape })
            );
        }

        /**
         * Properties of a GenerateRequest.
         * @deprecated Use parley.v1.GenerateRequest.$Properties instead.
         */
        interface IGenerateRequest extends parley.v1.GenerateRequest.$Properties {
        }

        /** Represents a GenerateRequest. */
        class GenerateRequest {

            /**
             * Constructs a new GenerateRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GenerateRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GenerateRequest model. */
            model: string;

            /** GenerateRequest instructions. */
            instructions: string;

            /** GenerateRequest messages. */
            messages: parley.v1.ChatMessage.$Properties[];

            /** GenerateRequest tools. */
            tools: parley.v1.ToolDefinition.$Properties[];

            /** GenerateRequest toolChoice. */
            toolChoice: string;

            /** GenerateRequest temperature. */
            temperature?: (number|null);

            /** GenerateRequest maxOutputTokens. */
            maxOutputTokens: number;

            /** GenerateRequest spoken. */
            spoken: boolean;

            /** GenerateRequest perception. */
            perception?: (parley.v1.Perception.$Properties|null);

            /** GenerateRequest language. */
            language: string;

            /** GenerateRequest user. */
            user: string;

            /** GenerateRequest metadataJson. */
            metadataJson: string;

            /** GenerateRequest selection. */
            selection?: (parley.v1.ModelSelection.$Properties|null);

            /** GenerateRequest reasoningEffort. */
            reasoningEffort: string;

            /** GenerateRequest parallelToolCalls. */
            parallelToolCalls?: (boolean|null);

            /** GenerateRequest truncation. */
            truncation?: (parley.v1.Truncation.$Properties|null);

            /** GenerateRequest templates. */
            templates: { [k: string]: string };

            /** GenerateRequest memory. */
            memory?: (parley.v1.Memory.$Properties|null);

            /**
             * Encodes the specified GenerateRequest message. Does not implicitly {@link parley.v1.GenerateRequest.verify|verify} messages.
             * @param message GenerateRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GenerateRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GenerateRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GenerateRequest & parley.v1.GenerateRequest.$Shape} GenerateRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GenerateRequest & parley.v1.GenerateRequest.$Shape;
        }

        namespace GenerateRequest {

            /** Properties of a GenerateRequest. */
            interface $Properties {

                /** GenerateRequest model */
                model?: (string|null);

                /** GenerateRequest instructions */
                instructions?: (string|null);

                /** GenerateRequest messages */
                messages?: (parley.v1.ChatMessage.$Properties[]|null);

                /** GenerateRequest tools */
                tools?: (parley.v1.ToolDefinition.$Properties[]|null);

                /** GenerateRequest toolChoice */
                toolChoice?: (string|null);

                /** GenerateRequest temperature */
                temperature?: (number|null);

                /** GenerateRequest maxOutputTokens */
                maxOutputTokens?: (number|null);

                /** GenerateRequest spoken */
                spoken?: (boolean|null);

                /** GenerateRequest perception */
                perception?: (parley.v1.Perception.$Properties|null);

                /** GenerateRequest language */
                language?: (string|null);

                /** GenerateRequest user */
                user?: (string|null);

                /** GenerateRequest metadataJson */
                metadataJson?: (string|null);

                /** GenerateRequest selection */
                selection?: (parley.v1.ModelSelection.$Properties|null);

                /** GenerateRequest reasoningEffort */
                reasoningEffort?: (string|null);

                /** GenerateRequest parallelToolCalls */
                parallelToolCalls?: (boolean|null);

                /** GenerateRequest truncation */
                truncation?: (parley.v1.Truncation.$Properties|null);

                /** GenerateRequest templates */
                templates?: ({ [k: string]: string }|null);

                /** GenerateRequest memory */
                memory?: (parley.v1.Memory.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GenerateRequest. */
            type $Shape = parley.v1.GenerateRequest.$Properties;
        }

        /**
         * Properties of a Memory.
         * @deprecated Use parley.v1.Memory.$Properties instead.
         */
        interface IMemory extends parley.v1.Memory.$Properties {
        }

        /** Represents a Memory. */
        class Memory {

            /**
             * Constructs a new Memory.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Memory.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Memory summary. */
            summary: string;

            /** Memory facts. */
            facts: string[];

            /**
             * Encodes the specified Memory message. Does not implicitly {@link parley.v1.Memory.verify|verify} messages.
             * @param message Memory message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Memory.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Memory message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Memory & parley.v1.Memory.$Shape} Memory
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Memory & parley.v1.Memory.$Shape;
        }

        namespace Memory {

            /** Properties of a Memory. */
            interface $Properties {

                /** Memory summary */
                summary?: (string|null);

                /** Memory facts */
                facts?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Memory. */
            type $Shape = parley.v1.Memory.$Properties;
        }

        /**
         * Properties of a Truncation.
         * @deprecated Use parley.v1.Truncation.$Properties instead.
         */
        interface ITruncation extends parley.v1.Truncation.$Properties {
        }

        /** Represents a Truncation. */
        class Truncation {

            /**
             * Constructs a new Truncation.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Truncation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Truncation disabled. */
            disabled: boolean;

            /** Truncation retentionRatio. */
            retentionRatio?: (number|null);

            /** Truncation postInstructions. */
            postInstructions?: (number|null);

            /**
             * Encodes the specified Truncation message. Does not implicitly {@link parley.v1.Truncation.verify|verify} messages.
             * @param message Truncation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Truncation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Truncation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Truncation & parley.v1.Truncation.$Shape} Truncation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Truncation & parley.v1.Truncation.$Shape;
        }

        namespace Truncation {

            /** Properties of a Truncation. */
            interface $Properties {

                /** Truncation disabled */
                disabled?: (boolean|null);

                /** Truncation retentionRatio */
                retentionRatio?: (number|null);

                /** Truncation postInstructions */
                postInstructions?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Truncation. */
            type $Shape = parley.v1.Truncation.$Properties;
        }

        /**
         * Properties of a ModelSelection.
         * @deprecated Use parley.v1.ModelSelection.$Properties instead.
         */
        interface IModelSelection extends parley.v1.ModelSelection.$Properties {
        }

        /** Represents a ModelSelection. */
        class ModelSelection {

            /**
             * Constructs a new ModelSelection.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ModelSelection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ModelSelection models. */
            models: string[];

            /** ModelSelection sort. */
            sort: parley.v1.SortKey.$Properties[];

            /** ModelSelection ignore. */
            ignore: string[];

            /** ModelSelection providerOrder. */
            providerOrder: string[];

            /** ModelSelection allowFallbacks. */
            allowFallbacks?: (boolean|null);

            /**
             * Encodes the specified ModelSelection message. Does not implicitly {@link parley.v1.ModelSelection.verify|verify} messages.
             * @param message ModelSelection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ModelSelection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ModelSelection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ModelSelection & parley.v1.ModelSelection.$Shape} ModelSelection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ModelSelection & parley.v1.ModelSelection.$Shape;
        }

        namespace ModelSelection {

            /** Properties of a ModelSelection. */
            interface $Properties {

                /** ModelSelection models */
                models?: (string[]|null);

                /** ModelSelection sort */
                sort?: (parley.v1.SortKey.$Properties[]|null);

                /** ModelSelection ignore */
                ignore?: (string[]|null);

                /** ModelSelection providerOrder */
                providerOrder?: (string[]|null);

                /** ModelSelection allowFallbacks */
                allowFallbacks?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ModelSelection. */
            type $Shape = parley.v1.ModelSelection.$Properties;
        }

        /**
         * Properties of a SortKey.
         * @deprecated Use parley.v1.SortKey.$Properties instead.
         */
        interface ISortKey extends parley.v1.SortKey.$Properties {
        }

        /** Represents a SortKey. */
        class SortKey {

            /**
             * Constructs a new SortKey.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SortKey.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SortKey metric. */
            metric: string;

            /** SortKey direction. */
            direction: string;

            /**
             * Encodes the specified SortKey message. Does not implicitly {@link parley.v1.SortKey.verify|verify} messages.
             * @param message SortKey message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SortKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SortKey message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SortKey & parley.v1.SortKey.$Shape} SortKey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SortKey & parley.v1.SortKey.$Shape;
        }

        namespace SortKey {

            /** Properties of a SortKey. */
            interface $Properties {

                /** SortKey metric */
                metric?: (string|null);

                /** SortKey direction */
                direction?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SortKey. */
            type $Shape = parley.v1.SortKey.$Properties;
        }

        /**
         * Properties of a ChatMessage.
         * @deprecated Use parley.v1.ChatMessage.$Properties instead.
         */
        interface IChatMessage extends parley.v1.ChatMessage.$Properties {
        }

        /** Represents a ChatMessage. */
        class ChatMessage {

            /**
             * Constructs a new ChatMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ChatMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChatMessage role. */
            role: parley.v1.ChatMessage.Role;

            /** ChatMessage text. */
            text: string;

            /** ChatMessage toolCalls. */
            toolCalls: parley.v1.ToolCall.$Properties[];

            /** ChatMessage toolCallId. */
            toolCallId: string;

            /** ChatMessage images. */
            images: parley.v1.ChatImage.$Properties[];

            /**
             * Encodes the specified ChatMessage message. Does not implicitly {@link parley.v1.ChatMessage.verify|verify} messages.
             * @param message ChatMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ChatMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChatMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ChatMessage & parley.v1.ChatMessage.$Shape} ChatMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ChatMessage & parley.v1.ChatMessage.$Shape;
        }

        namespace ChatMessage {

            /** Properties of a ChatMessage. */
            interface $Properties {

                /** ChatMessage role */
                role?: (parley.v1.ChatMessage.Role|null);

                /** ChatMessage text */
                text?: (string|null);

                /** ChatMessage toolCalls */
                toolCalls?: (parley.v1.ToolCall.$Properties[]|null);

                /** ChatMessage toolCallId */
                toolCallId?: (string|null);

                /** ChatMessage images */
                images?: (parley.v1.ChatImage.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChatMessage. */
            type $Shape = parley.v1.ChatMessage.$Properties;

            /** Role enum. */
            enum Role {

                /** ROLE_UNSPECIFIED value */
                ROLE_UNSPECIFIED = 0,

                /** SYSTEM value */
                SYSTEM = 1,

                /** USER value */
                USER = 2,

                /** ASSISTANT value */
                ASSISTANT = 3,

                /** TOOL value */
                TOOL = 4
            }
        }

        /**
         * Properties of a ChatImage.
         * @deprecated Use parley.v1.ChatImage.$Properties instead.
         */
        interface IChatImage extends parley.v1.ChatImage.$Properties {
        }

        /** Represents a ChatImage. */
        class ChatImage {

            /**
             * Constructs a new ChatImage.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ChatImage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChatImage url. */
            url: string;

            /** ChatImage detail. */
            detail: string;

            /**
             * Encodes the specified ChatImage message. Does not implicitly {@link parley.v1.ChatImage.verify|verify} messages.
             * @param message ChatImage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ChatImage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChatImage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ChatImage & parley.v1.ChatImage.$Shape} ChatImage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ChatImage & parley.v1.ChatImage.$Shape;
        }

        namespace ChatImage {

            /** Properties of a ChatImage. */
            interface $Properties {

                /** ChatImage url */
                url?: (string|null);

                /** ChatImage detail */
                detail?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChatImage. */
            type $Shape = parley.v1.ChatImage.$Properties;
        }

        /**
         * Properties of a ToolDefinition.
         * @deprecated Use parley.v1.ToolDefinition.$Properties instead.
         */
        interface IToolDefinition extends parley.v1.ToolDefinition.$Properties {
        }

        /** Represents a ToolDefinition. */
        class ToolDefinition {

            /**
             * Constructs a new ToolDefinition.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ToolDefinition.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ToolDefinition name. */
            name: string;

            /** ToolDefinition description. */
            description: string;

            /** ToolDefinition parametersJson. */
            parametersJson: string;

            /** ToolDefinition strict. */
            strict: boolean;

            /**
             * Encodes the specified ToolDefinition message. Does not implicitly {@link parley.v1.ToolDefinition.verify|verify} messages.
             * @param message ToolDefinition message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ToolDefinition.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ToolDefinition message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ToolDefinition & parley.v1.ToolDefinition.$Shape} ToolDefinition
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ToolDefinition & parley.v1.ToolDefinition.$Shape;
        }

        namespace ToolDefinition {

            /** Properties of a ToolDefinition. */
            interface $Properties {

                /** ToolDefinition name */
                name?: (string|null);

                /** ToolDefinition description */
                description?: (string|null);

                /** ToolDefinition parametersJson */
                parametersJson?: (string|null);

                /** ToolDefinition strict */
                strict?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ToolDefinition. */
            type $Shape = parley.v1.ToolDefinition.$Properties;
        }

        /**
         * Properties of a ToolCall.
         * @deprecated Use parley.v1.ToolCall.$Properties instead.
         */
        interface IToolCall extends parley.v1.ToolCall.$Properties {
        }

        /** Represents a ToolCall. */
        class ToolCall {

            /**
             * Constructs a new ToolCall.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ToolCall.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ToolCall callId. */
            callId: string;

            /** ToolCall name. */
            name: string;

            /** ToolCall argumentsJson. */
            argumentsJson: string;

            /**
             * Encodes the specified ToolCall message. Does not implicitly {@link parley.v1.ToolCall.verify|verify} messages.
             * @param message ToolCall message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ToolCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ToolCall message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ToolCall & parley.v1.ToolCall.$Shape} ToolCall
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ToolCall & parley.v1.ToolCall.$Shape;
        }

        namespace ToolCall {

            /** Properties of a ToolCall. */
            interface $Properties {

                /** ToolCall callId */
                callId?: (string|null);

                /** ToolCall name */
                name?: (string|null);

                /** ToolCall argumentsJson */
                argumentsJson?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ToolCall. */
            type $Shape = parley.v1.ToolCall.$Properties;
        }

        /**
         * Properties of a GenerateEvent.
         * @deprecated Use parley.v1.GenerateEvent.$Properties instead.
         */
        interface IGenerateEvent extends parley.v1.GenerateEvent.$Properties {
        }

        /** Represents a GenerateEvent. */
        class GenerateEvent {

            /**
             * Constructs a new GenerateEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GenerateEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GenerateEvent started. */
            started?: (parley.v1.GenerationStarted.$Properties|null);

            /** GenerateEvent text. */
            text?: (parley.v1.TextDelta.$Properties|null);

            /** GenerateEvent toolCallDelta. */
            toolCallDelta?: (parley.v1.ToolCallDelta.$Properties|null);

            /** GenerateEvent toolCall. */
            toolCall?: (parley.v1.ToolCall.$Properties|null);

            /** GenerateEvent finished. */
            finished?: (parley.v1.GenerationFinished.$Properties|null);

            /** GenerateEvent failed. */
            failed?: (parley.v1.GenerationFailed.$Properties|null);

            /** GenerateEvent spent. */
            spent?: (parley.v1.GenerationSpent.$Properties|null);

            /** GenerateEvent alive. */
            alive?: (parley.v1.GenerationAlive.$Properties|null);

            /** GenerateEvent event. */
            event?: ("started"|"text"|"toolCallDelta"|"toolCall"|"finished"|"failed"|"spent"|"alive");

            /**
             * Encodes the specified GenerateEvent message. Does not implicitly {@link parley.v1.GenerateEvent.verify|verify} messages.
             * @param message GenerateEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GenerateEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GenerateEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GenerateEvent & parley.v1.GenerateEvent.$Shape} GenerateEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GenerateEvent & parley.v1.GenerateEvent.$Shape;
        }

        namespace GenerateEvent {

            /** Properties of a GenerateEvent. */
            interface $Properties {

                /** GenerateEvent started */
                started?: (parley.v1.GenerationStarted.$Properties|null);

                /** GenerateEvent text */
                text?: (parley.v1.TextDelta.$Properties|null);

                /** GenerateEvent toolCallDelta */
                toolCallDelta?: (parley.v1.ToolCallDelta.$Properties|null);

                /** GenerateEvent toolCall */
                toolCall?: (parley.v1.ToolCall.$Properties|null);

                /** GenerateEvent finished */
                finished?: (parley.v1.GenerationFinished.$Properties|null);

                /** GenerateEvent failed */
                failed?: (parley.v1.GenerationFailed.$Properties|null);

                /** GenerateEvent spent */
                spent?: (parley.v1.GenerationSpent.$Properties|null);

                /** GenerateEvent alive */
                alive?: (parley.v1.GenerationAlive.$Properties|null);

                /** GenerateEvent event */
                event?: ("started"|"text"|"toolCallDelta"|"toolCall"|"finished"|"failed"|"spent"|"alive");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a GenerateEvent. */
            type $Shape = {
              started?: parley.v1.GenerationStarted.$Shape|null;
              text?: parley.v1.TextDelta.$Shape|null;
              toolCallDelta?: parley.v1.ToolCallDelta.$Shape|null;
              toolCall?: parley.v1.ToolCall.$Shape|null;
              finished?: parley.v1.GenerationFinished.$Shape|null;
              failed?: parley.v1.GenerationFailed.$Shape|null;
              spent?: parley.v1.GenerationSpent.$Shape|null;
              alive?: parley.v1.GenerationAlive.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ event?: undefined; started?: null; text?: null; toolCallDelta?: null; toolCall?: null; finished?: null; failed?: null; spent?: null; alive?: null }|{ event?: "started"; started: parley.v1.GenerationStarted.$Shape; text?: null; toolCallDelta?: null; toolCall?: null; finished?: null; failed?: null; spent?: null; alive?: null }|{ event?: "text"; started?: null; text: parley.v1.TextDelta.$Shape; toolCallDelta?: null; toolCall?: null; finished?: null; failed?: null; spent?: null; alive?: null }|{ event?: "toolCallDelta"; started?: null; text?: null; toolCallDelta: parley.v1.ToolCallDelta.$Shape; toolCall?: null; finished?: null; failed?: null; spent?: null; alive?: null }|{ event?: "toolCall"; started?: null; text?: null; toolCallDelta?: null; toolCall: parley.v1.ToolCall.$Shape; finished?: null; failed?: null; spent?: null; alive?: null }|{ event?: "finished"; started?: null; text?: null; toolCallDelta?: null; toolCall?: null; finished: parley.v1.GenerationFinished.$Shape; failed?: null; spent?: null; alive?: null }|{ event?: "failed"; started?: null; text?: null; toolCallDelta?: null; toolCall?: null; finished?: null; failed: parley.v1.GenerationFailed.$Shape; spent?: null; alive?: null }|{ event?: "spent"; started?: null; text?: null; toolCallDelta?: null; toolCall?: null; finished?: null; failed?: null; spent: parley.v1.GenerationSpent.$Shape; alive?: null }|{ event?: "alive"; started?: null; text?: null; toolCallDelta?: null; toolCall?: null; finished?: null; failed?: null; spent?: null; alive: parley.v1.GenerationAlive.$Shape })
            );
        }

        /**
         * Properties of a GenerationAlive.
         * @deprecated Use parley.v1.GenerationAlive.$Properties instead.
         */
        interface IGenerationAlive extends parley.v1.GenerationAlive.$Properties {
        }

        /** Represents a GenerationAlive. */
        class GenerationAlive {

            /**
             * Constructs a new GenerationAlive.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GenerationAlive.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified GenerationAlive message. Does not implicitly {@link parley.v1.GenerationAlive.verify|verify} messages.
             * @param message GenerationAlive message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GenerationAlive.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GenerationAlive message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GenerationAlive & parley.v1.GenerationAlive.$Shape} GenerationAlive
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GenerationAlive & parley.v1.GenerationAlive.$Shape;
        }

        namespace GenerationAlive {

            /** Properties of a GenerationAlive. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GenerationAlive. */
            type $Shape = parley.v1.GenerationAlive.$Properties;
        }

        /**
         * Properties of a GenerationSpent.
         * @deprecated Use parley.v1.GenerationSpent.$Properties instead.
         */
        interface IGenerationSpent extends parley.v1.GenerationSpent.$Properties {
        }

        /** Represents a GenerationSpent. */
        class GenerationSpent {

            /**
             * Constructs a new GenerationSpent.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GenerationSpent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GenerationSpent generation. */
            generation: number;

            /** GenerationSpent attempts. */
            attempts: parley.v1.Attempt.$Properties[];

            /**
             * Encodes the specified GenerationSpent message. Does not implicitly {@link parley.v1.GenerationSpent.verify|verify} messages.
             * @param message GenerationSpent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GenerationSpent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GenerationSpent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GenerationSpent & parley.v1.GenerationSpent.$Shape} GenerationSpent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GenerationSpent & parley.v1.GenerationSpent.$Shape;
        }

        namespace GenerationSpent {

            /** Properties of a GenerationSpent. */
            interface $Properties {

                /** GenerationSpent generation */
                generation?: (number|null);

                /** GenerationSpent attempts */
                attempts?: (parley.v1.Attempt.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GenerationSpent. */
            type $Shape = parley.v1.GenerationSpent.$Properties;
        }

        /**
         * Properties of a GenerationStarted.
         * @deprecated Use parley.v1.GenerationStarted.$Properties instead.
         */
        interface IGenerationStarted extends parley.v1.GenerationStarted.$Properties {
        }

        /** Represents a GenerationStarted. */
        class GenerationStarted {

            /**
             * Constructs a new GenerationStarted.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GenerationStarted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GenerationStarted model. */
            model: string;

            /** GenerationStarted attempts. */
            attempts: parley.v1.Attempt.$Properties[];

            /** GenerationStarted routing. */
            routing?: (parley.v1.Routing.$Properties|null);

            /**
             * Encodes the specified GenerationStarted message. Does not implicitly {@link parley.v1.GenerationStarted.verify|verify} messages.
             * @param message GenerationStarted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GenerationStarted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GenerationStarted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GenerationStarted & parley.v1.GenerationStarted.$Shape} GenerationStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GenerationStarted & parley.v1.GenerationStarted.$Shape;
        }

        namespace GenerationStarted {

            /** Properties of a GenerationStarted. */
            interface $Properties {

                /** GenerationStarted model */
                model?: (string|null);

                /** GenerationStarted attempts */
                attempts?: (parley.v1.Attempt.$Properties[]|null);

                /** GenerationStarted routing */
                routing?: (parley.v1.Routing.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GenerationStarted. */
            type $Shape = parley.v1.GenerationStarted.$Properties;
        }

        /**
         * Properties of a Routing.
         * @deprecated Use parley.v1.Routing.$Properties instead.
         */
        interface IRouting extends parley.v1.Routing.$Properties {
        }

        /** Represents a Routing. */
        class Routing {

            /**
             * Constructs a new Routing.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Routing.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Routing router. */
            router: string;

            /** Routing route. */
            route: string;

            /** Routing variant. */
            variant: string;

            /**
             * Encodes the specified Routing message. Does not implicitly {@link parley.v1.Routing.verify|verify} messages.
             * @param message Routing message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Routing.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Routing message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Routing & parley.v1.Routing.$Shape} Routing
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Routing & parley.v1.Routing.$Shape;
        }

        namespace Routing {

            /** Properties of a Routing. */
            interface $Properties {

                /** Routing router */
                router?: (string|null);

                /** Routing route */
                route?: (string|null);

                /** Routing variant */
                variant?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Routing. */
            type $Shape = parley.v1.Routing.$Properties;
        }

        /**
         * Properties of an Attempt.
         * @deprecated Use parley.v1.Attempt.$Properties instead.
         */
        interface IAttempt extends parley.v1.Attempt.$Properties {
        }

        /** Represents an Attempt. */
        class Attempt {

            /**
             * Constructs a new Attempt.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Attempt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Attempt provider. */
            provider: string;

            /** Attempt model. */
            model: string;

            /** Attempt status. */
            status: string;

            /** Attempt latencyMs. */
            latencyMs: number;

            /** Attempt usage. */
            usage?: (parley.v1.TokenUsage.$Properties|null);

            /** Attempt price. */
            price?: (parley.v1.ModelPrice.$Properties|null);

            /** Attempt hedge. */
            hedge: boolean;

            /**
             * Encodes the specified Attempt message. Does not implicitly {@link parley.v1.Attempt.verify|verify} messages.
             * @param message Attempt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Attempt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Attempt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Attempt & parley.v1.Attempt.$Shape} Attempt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Attempt & parley.v1.Attempt.$Shape;
        }

        namespace Attempt {

            /** Properties of an Attempt. */
            interface $Properties {

                /** Attempt provider */
                provider?: (string|null);

                /** Attempt model */
                model?: (string|null);

                /** Attempt status */
                status?: (string|null);

                /** Attempt latencyMs */
                latencyMs?: (number|null);

                /** Attempt usage */
                usage?: (parley.v1.TokenUsage.$Properties|null);

                /** Attempt price */
                price?: (parley.v1.ModelPrice.$Properties|null);

                /** Attempt hedge */
                hedge?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Attempt. */
            type $Shape = parley.v1.Attempt.$Properties;
        }

        /**
         * Properties of a TextDelta.
         * @deprecated Use parley.v1.TextDelta.$Properties instead.
         */
        interface ITextDelta extends parley.v1.TextDelta.$Properties {
        }

        /** Represents a TextDelta. */
        class TextDelta {

            /**
             * Constructs a new TextDelta.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.TextDelta.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TextDelta text. */
            text: string;

            /**
             * Encodes the specified TextDelta message. Does not implicitly {@link parley.v1.TextDelta.verify|verify} messages.
             * @param message TextDelta message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.TextDelta.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TextDelta message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.TextDelta & parley.v1.TextDelta.$Shape} TextDelta
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.TextDelta & parley.v1.TextDelta.$Shape;
        }

        namespace TextDelta {

            /** Properties of a TextDelta. */
            interface $Properties {

                /** TextDelta text */
                text?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TextDelta. */
            type $Shape = parley.v1.TextDelta.$Properties;
        }

        /**
         * Properties of a ToolCallDelta.
         * @deprecated Use parley.v1.ToolCallDelta.$Properties instead.
         */
        interface IToolCallDelta extends parley.v1.ToolCallDelta.$Properties {
        }

        /** Represents a ToolCallDelta. */
        class ToolCallDelta {

            /**
             * Constructs a new ToolCallDelta.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ToolCallDelta.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ToolCallDelta callId. */
            callId: string;

            /** ToolCallDelta name. */
            name: string;

            /** ToolCallDelta argumentsDelta. */
            argumentsDelta: string;

            /**
             * Encodes the specified ToolCallDelta message. Does not implicitly {@link parley.v1.ToolCallDelta.verify|verify} messages.
             * @param message ToolCallDelta message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ToolCallDelta.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ToolCallDelta message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ToolCallDelta & parley.v1.ToolCallDelta.$Shape} ToolCallDelta
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ToolCallDelta & parley.v1.ToolCallDelta.$Shape;
        }

        namespace ToolCallDelta {

            /** Properties of a ToolCallDelta. */
            interface $Properties {

                /** ToolCallDelta callId */
                callId?: (string|null);

                /** ToolCallDelta name */
                name?: (string|null);

                /** ToolCallDelta argumentsDelta */
                argumentsDelta?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ToolCallDelta. */
            type $Shape = parley.v1.ToolCallDelta.$Properties;
        }

        /**
         * Properties of a GenerationFinished.
         * @deprecated Use parley.v1.GenerationFinished.$Properties instead.
         */
        interface IGenerationFinished extends parley.v1.GenerationFinished.$Properties {
        }

        /** Represents a GenerationFinished. */
        class GenerationFinished {

            /**
             * Constructs a new GenerationFinished.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GenerationFinished.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GenerationFinished reason. */
            reason: parley.v1.GenerationFinished.Reason;

            /** GenerationFinished usage. */
            usage?: (parley.v1.TokenUsage.$Properties|null);

            /** GenerationFinished firstTokenMs. */
            firstTokenMs: number;

            /** GenerationFinished totalMs. */
            totalMs: number;

            /** GenerationFinished attempts. */
            attempts: parley.v1.Attempt.$Properties[];

            /** GenerationFinished contextFill. */
            contextFill: number;

            /**
             * Encodes the specified GenerationFinished message. Does not implicitly {@link parley.v1.GenerationFinished.verify|verify} messages.
             * @param message GenerationFinished message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GenerationFinished.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GenerationFinished message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GenerationFinished & parley.v1.GenerationFinished.$Shape} GenerationFinished
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GenerationFinished & parley.v1.GenerationFinished.$Shape;
        }

        namespace GenerationFinished {

            /** Properties of a GenerationFinished. */
            interface $Properties {

                /** GenerationFinished reason */
                reason?: (parley.v1.GenerationFinished.Reason|null);

                /** GenerationFinished usage */
                usage?: (parley.v1.TokenUsage.$Properties|null);

                /** GenerationFinished firstTokenMs */
                firstTokenMs?: (number|null);

                /** GenerationFinished totalMs */
                totalMs?: (number|null);

                /** GenerationFinished attempts */
                attempts?: (parley.v1.Attempt.$Properties[]|null);

                /** GenerationFinished contextFill */
                contextFill?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GenerationFinished. */
            type $Shape = parley.v1.GenerationFinished.$Properties;

            /** Reason enum. */
            enum Reason {

                /** REASON_UNSPECIFIED value */
                REASON_UNSPECIFIED = 0,

                /** STOP value */
                STOP = 1,

                /** LENGTH value */
                LENGTH = 2,

                /** TOOL_CALLS value */
                TOOL_CALLS = 3,

                /** CONTENT_FILTER value */
                CONTENT_FILTER = 4,

                /** CANCELLED value */
                CANCELLED = 5
            }
        }

        /**
         * Properties of a TokenUsage.
         * @deprecated Use parley.v1.TokenUsage.$Properties instead.
         */
        interface ITokenUsage extends parley.v1.TokenUsage.$Properties {
        }

        /** Represents a TokenUsage. */
        class TokenUsage {

            /**
             * Constructs a new TokenUsage.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.TokenUsage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TokenUsage inputTokens. */
            inputTokens: number;

            /** TokenUsage cachedInputTokens. */
            cachedInputTokens: number;

            /** TokenUsage outputTokens. */
            outputTokens: number;

            /** TokenUsage imageTokens. */
            imageTokens: number;

            /** TokenUsage estimated. */
            estimated: boolean;

            /**
             * Encodes the specified TokenUsage message. Does not implicitly {@link parley.v1.TokenUsage.verify|verify} messages.
             * @param message TokenUsage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.TokenUsage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TokenUsage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.TokenUsage & parley.v1.TokenUsage.$Shape} TokenUsage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.TokenUsage & parley.v1.TokenUsage.$Shape;
        }

        namespace TokenUsage {

            /** Properties of a TokenUsage. */
            interface $Properties {

                /** TokenUsage inputTokens */
                inputTokens?: (number|null);

                /** TokenUsage cachedInputTokens */
                cachedInputTokens?: (number|null);

                /** TokenUsage outputTokens */
                outputTokens?: (number|null);

                /** TokenUsage imageTokens */
                imageTokens?: (number|null);

                /** TokenUsage estimated */
                estimated?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TokenUsage. */
            type $Shape = parley.v1.TokenUsage.$Properties;
        }

        /**
         * Properties of a GenerationFailed.
         * @deprecated Use parley.v1.GenerationFailed.$Properties instead.
         */
        interface IGenerationFailed extends parley.v1.GenerationFailed.$Properties {
        }

        /** Represents a GenerationFailed. */
        class GenerationFailed {

            /**
             * Constructs a new GenerationFailed.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GenerationFailed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GenerationFailed class. */
            class: string;

            /** GenerationFailed code. */
            code: string;

            /** GenerationFailed message. */
            message: string;

            /** GenerationFailed attempts. */
            attempts: parley.v1.Attempt.$Properties[];

            /**
             * Encodes the specified GenerationFailed message. Does not implicitly {@link parley.v1.GenerationFailed.verify|verify} messages.
             * @param message GenerationFailed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GenerationFailed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GenerationFailed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GenerationFailed & parley.v1.GenerationFailed.$Shape} GenerationFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GenerationFailed & parley.v1.GenerationFailed.$Shape;
        }

        namespace GenerationFailed {

            /** Properties of a GenerationFailed. */
            interface $Properties {

                /** GenerationFailed class */
                "class"?: (string|null);

                /** GenerationFailed code */
                code?: (string|null);

                /** GenerationFailed message */
                message?: (string|null);

                /** GenerationFailed attempts */
                attempts?: (parley.v1.Attempt.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GenerationFailed. */
            type $Shape = parley.v1.GenerationFailed.$Properties;
        }

        /**
         * Properties of a ListModelsRequest.
         * @deprecated Use parley.v1.ListModelsRequest.$Properties instead.
         */
        interface IListModelsRequest extends parley.v1.ListModelsRequest.$Properties {
        }

        /** Represents a ListModelsRequest. */
        class ListModelsRequest {

            /**
             * Constructs a new ListModelsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListModelsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListModelsRequest all. */
            all: boolean;

            /** ListModelsRequest alias. */
            alias: string;

            /**
             * Encodes the specified ListModelsRequest message. Does not implicitly {@link parley.v1.ListModelsRequest.verify|verify} messages.
             * @param message ListModelsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListModelsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListModelsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListModelsRequest & parley.v1.ListModelsRequest.$Shape} ListModelsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListModelsRequest & parley.v1.ListModelsRequest.$Shape;
        }

        namespace ListModelsRequest {

            /** Properties of a ListModelsRequest. */
            interface $Properties {

                /** ListModelsRequest all */
                all?: (boolean|null);

                /** ListModelsRequest alias */
                alias?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListModelsRequest. */
            type $Shape = parley.v1.ListModelsRequest.$Properties;
        }

        /**
         * Properties of a ListModelsReply.
         * @deprecated Use parley.v1.ListModelsReply.$Properties instead.
         */
        interface IListModelsReply extends parley.v1.ListModelsReply.$Properties {
        }

        /** Represents a ListModelsReply. */
        class ListModelsReply {

            /**
             * Constructs a new ListModelsReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListModelsReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListModelsReply models. */
            models: parley.v1.ModelInfo.$Properties[];

            /** ListModelsReply defaultModel. */
            defaultModel: string;

            /** ListModelsReply aliasOf. */
            aliasOf: string;

            /**
             * Encodes the specified ListModelsReply message. Does not implicitly {@link parley.v1.ListModelsReply.verify|verify} messages.
             * @param message ListModelsReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListModelsReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListModelsReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListModelsReply & parley.v1.ListModelsReply.$Shape} ListModelsReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListModelsReply & parley.v1.ListModelsReply.$Shape;
        }

        namespace ListModelsReply {

            /** Properties of a ListModelsReply. */
            interface $Properties {

                /** ListModelsReply models */
                models?: (parley.v1.ModelInfo.$Properties[]|null);

                /** ListModelsReply defaultModel */
                defaultModel?: (string|null);

                /** ListModelsReply aliasOf */
                aliasOf?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListModelsReply. */
            type $Shape = parley.v1.ListModelsReply.$Properties;
        }

        /**
         * Properties of a ModelInfo.
         * @deprecated Use parley.v1.ModelInfo.$Properties instead.
         */
        interface IModelInfo extends parley.v1.ModelInfo.$Properties {
        }

        /** Represents a ModelInfo. */
        class ModelInfo {

            /**
             * Constructs a new ModelInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ModelInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ModelInfo id. */
            id: string;

            /** ModelInfo provider. */
            provider: string;

            /** ModelInfo contextTokens. */
            contextTokens: number;

            /** ModelInfo tools. */
            tools: boolean;

            /** ModelInfo images. */
            images: boolean;

            /** ModelInfo available. */
            available: boolean;

            /** ModelInfo maxOutputTokens. */
            maxOutputTokens: number;

            /** ModelInfo inputModalities. */
            inputModalities: string[];

            /** ModelInfo outputModalities. */
            outputModalities: string[];

            /** ModelInfo reasoning. */
            reasoning: boolean;

            /** ModelInfo price. */
            price?: (parley.v1.ModelPrice.$Properties|null);

            /** ModelInfo retiresOn. */
            retiresOn: string;

            /**
             * Encodes the specified ModelInfo message. Does not implicitly {@link parley.v1.ModelInfo.verify|verify} messages.
             * @param message ModelInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ModelInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ModelInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ModelInfo & parley.v1.ModelInfo.$Shape} ModelInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ModelInfo & parley.v1.ModelInfo.$Shape;
        }

        namespace ModelInfo {

            /** Properties of a ModelInfo. */
            interface $Properties {

                /** ModelInfo id */
                id?: (string|null);

                /** ModelInfo provider */
                provider?: (string|null);

                /** ModelInfo contextTokens */
                contextTokens?: (number|null);

                /** ModelInfo tools */
                tools?: (boolean|null);

                /** ModelInfo images */
                images?: (boolean|null);

                /** ModelInfo available */
                available?: (boolean|null);

                /** ModelInfo maxOutputTokens */
                maxOutputTokens?: (number|null);

                /** ModelInfo inputModalities */
                inputModalities?: (string[]|null);

                /** ModelInfo outputModalities */
                outputModalities?: (string[]|null);

                /** ModelInfo reasoning */
                reasoning?: (boolean|null);

                /** ModelInfo price */
                price?: (parley.v1.ModelPrice.$Properties|null);

                /** ModelInfo retiresOn */
                retiresOn?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ModelInfo. */
            type $Shape = parley.v1.ModelInfo.$Properties;
        }

        /**
         * Properties of a ModelPrice.
         * @deprecated Use parley.v1.ModelPrice.$Properties instead.
         */
        interface IModelPrice extends parley.v1.ModelPrice.$Properties {
        }

        /** Represents a ModelPrice. */
        class ModelPrice {

            /**
             * Constructs a new ModelPrice.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ModelPrice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ModelPrice input. */
            input: number;

            /** ModelPrice cachedInput. */
            cachedInput: number;

            /** ModelPrice output. */
            output: number;

            /**
             * Encodes the specified ModelPrice message. Does not implicitly {@link parley.v1.ModelPrice.verify|verify} messages.
             * @param message ModelPrice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ModelPrice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ModelPrice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ModelPrice & parley.v1.ModelPrice.$Shape} ModelPrice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ModelPrice & parley.v1.ModelPrice.$Shape;
        }

        namespace ModelPrice {

            /** Properties of a ModelPrice. */
            interface $Properties {

                /** ModelPrice input */
                input?: (number|null);

                /** ModelPrice cachedInput */
                cachedInput?: (number|null);

                /** ModelPrice output */
                output?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ModelPrice. */
            type $Shape = parley.v1.ModelPrice.$Properties;
        }

        /**
         * Properties of a RoutersRequest.
         * @deprecated Use parley.v1.RoutersRequest.$Properties instead.
         */
        interface IRoutersRequest extends parley.v1.RoutersRequest.$Properties {
        }

        /** Represents a RoutersRequest. */
        class RoutersRequest {

            /**
             * Constructs a new RoutersRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.RoutersRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RoutersRequest operation. */
            operation: parley.v1.RoutersRequest.Operation;

            /** RoutersRequest name. */
            name: string;

            /** RoutersRequest routerJson. */
            routerJson: string;

            /** RoutersRequest updateMask. */
            updateMask: string[];

            /**
             * Encodes the specified RoutersRequest message. Does not implicitly {@link parley.v1.RoutersRequest.verify|verify} messages.
             * @param message RoutersRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.RoutersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RoutersRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.RoutersRequest & parley.v1.RoutersRequest.$Shape} RoutersRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.RoutersRequest & parley.v1.RoutersRequest.$Shape;
        }

        namespace RoutersRequest {

            /** Properties of a RoutersRequest. */
            interface $Properties {

                /** RoutersRequest operation */
                operation?: (parley.v1.RoutersRequest.Operation|null);

                /** RoutersRequest name */
                name?: (string|null);

                /** RoutersRequest routerJson */
                routerJson?: (string|null);

                /** RoutersRequest updateMask */
                updateMask?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RoutersRequest. */
            type $Shape = parley.v1.RoutersRequest.$Properties;

            /** Operation enum. */
            enum Operation {

                /** OPERATION_UNSPECIFIED value */
                OPERATION_UNSPECIFIED = 0,

                /** LIST value */
                LIST = 1,

                /** GET value */
                GET = 2,

                /** CREATE value */
                CREATE = 3,

                /** UPDATE value */
                UPDATE = 4,

                /** DELETE value */
                DELETE = 5
            }
        }

        /**
         * Properties of a RoutersReply.
         * @deprecated Use parley.v1.RoutersReply.$Properties instead.
         */
        interface IRoutersReply extends parley.v1.RoutersReply.$Properties {
        }

        /** Represents a RoutersReply. */
        class RoutersReply {

            /**
             * Constructs a new RoutersReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.RoutersReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RoutersReply routersJson. */
            routersJson: string[];

            /** RoutersReply error. */
            error?: (parley.v1.RoutersError.$Properties|null);

            /**
             * Encodes the specified RoutersReply message. Does not implicitly {@link parley.v1.RoutersReply.verify|verify} messages.
             * @param message RoutersReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.RoutersReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RoutersReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.RoutersReply & parley.v1.RoutersReply.$Shape} RoutersReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.RoutersReply & parley.v1.RoutersReply.$Shape;
        }

        namespace RoutersReply {

            /** Properties of a RoutersReply. */
            interface $Properties {

                /** RoutersReply routersJson */
                routersJson?: (string[]|null);

                /** RoutersReply error */
                error?: (parley.v1.RoutersError.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RoutersReply. */
            type $Shape = parley.v1.RoutersReply.$Properties;
        }

        /**
         * Properties of a RoutersError.
         * @deprecated Use parley.v1.RoutersError.$Properties instead.
         */
        interface IRoutersError extends parley.v1.RoutersError.$Properties {
        }

        /** Represents a RoutersError. */
        class RoutersError {

            /**
             * Constructs a new RoutersError.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.RoutersError.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RoutersError code. */
            code: string;

            /** RoutersError message. */
            message: string;

            /** RoutersError param. */
            param: string;

            /**
             * Encodes the specified RoutersError message. Does not implicitly {@link parley.v1.RoutersError.verify|verify} messages.
             * @param message RoutersError message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.RoutersError.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RoutersError message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.RoutersError & parley.v1.RoutersError.$Shape} RoutersError
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.RoutersError & parley.v1.RoutersError.$Shape;
        }

        namespace RoutersError {

            /** Properties of a RoutersError. */
            interface $Properties {

                /** RoutersError code */
                code?: (string|null);

                /** RoutersError message */
                message?: (string|null);

                /** RoutersError param */
                param?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RoutersError. */
            type $Shape = parley.v1.RoutersError.$Properties;
        }

        /**
         * Properties of a PerceiveOpen.
         * @deprecated Use parley.v1.PerceiveOpen.$Properties instead.
         */
        interface IPerceiveOpen extends parley.v1.PerceiveOpen.$Properties {
        }

        /** Represents a PerceiveOpen. */
        class PerceiveOpen {

            /**
             * Constructs a new PerceiveOpen.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.PerceiveOpen.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PerceiveOpen startSample. */
            startSample: number;

            /** PerceiveOpen sampleRate. */
            sampleRate: number;

            /** PerceiveOpen chunkMs. */
            chunkMs: number;

            /**
             * Encodes the specified PerceiveOpen message. Does not implicitly {@link parley.v1.PerceiveOpen.verify|verify} messages.
             * @param message PerceiveOpen message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.PerceiveOpen.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PerceiveOpen message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.PerceiveOpen & parley.v1.PerceiveOpen.$Shape} PerceiveOpen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.PerceiveOpen & parley.v1.PerceiveOpen.$Shape;
        }

        namespace PerceiveOpen {

            /** Properties of a PerceiveOpen. */
            interface $Properties {

                /** PerceiveOpen startSample */
                startSample?: (number|null);

                /** PerceiveOpen sampleRate */
                sampleRate?: (number|null);

                /** PerceiveOpen chunkMs */
                chunkMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PerceiveOpen. */
            type $Shape = parley.v1.PerceiveOpen.$Properties;
        }

        /**
         * Properties of a PerceiveInput.
         * @deprecated Use parley.v1.PerceiveInput.$Properties instead.
         */
        interface IPerceiveInput extends parley.v1.PerceiveInput.$Properties {
        }

        /** Represents a PerceiveInput. */
        class PerceiveInput {

            /**
             * Constructs a new PerceiveInput.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.PerceiveInput.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PerceiveInput audio. */
            audio?: (parley.v1.AudioFrame.$Properties|null);

            /** PerceiveInput utteranceStarted. */
            utteranceStarted?: (parley.v1.UtteranceStarted.$Properties|null);

            /** PerceiveInput utteranceEnded. */
            utteranceEnded?: (parley.v1.UtteranceEnded.$Properties|null);

            /** PerceiveInput input. */
            input?: ("audio"|"utteranceStarted"|"utteranceEnded");

            /**
             * Encodes the specified PerceiveInput message. Does not implicitly {@link parley.v1.PerceiveInput.verify|verify} messages.
             * @param message PerceiveInput message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.PerceiveInput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PerceiveInput message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.PerceiveInput & parley.v1.PerceiveInput.$Shape} PerceiveInput
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.PerceiveInput & parley.v1.PerceiveInput.$Shape;
        }

        namespace PerceiveInput {

            /** Properties of a PerceiveInput. */
            interface $Properties {

                /** PerceiveInput audio */
                audio?: (parley.v1.AudioFrame.$Properties|null);

                /** PerceiveInput utteranceStarted */
                utteranceStarted?: (parley.v1.UtteranceStarted.$Properties|null);

                /** PerceiveInput utteranceEnded */
                utteranceEnded?: (parley.v1.UtteranceEnded.$Properties|null);

                /** PerceiveInput input */
                input?: ("audio"|"utteranceStarted"|"utteranceEnded");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PerceiveInput. */
            type $Shape = {
              audio?: parley.v1.AudioFrame.$Shape|null;
              utteranceStarted?: parley.v1.UtteranceStarted.$Shape|null;
              utteranceEnded?: parley.v1.UtteranceEnded.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ input?: undefined; audio?: null; utteranceStarted?: null; utteranceEnded?: null }|{ input?: "audio"; audio: parley.v1.AudioFrame.$Shape; utteranceStarted?: null; utteranceEnded?: null }|{ input?: "utteranceStarted"; audio?: null; utteranceStarted: parley.v1.UtteranceStarted.$Shape; utteranceEnded?: null }|{ input?: "utteranceEnded"; audio?: null; utteranceStarted?: null; utteranceEnded: parley.v1.UtteranceEnded.$Shape })
            );
        }

        /**
         * Properties of an UtteranceStarted.
         * @deprecated Use parley.v1.UtteranceStarted.$Properties instead.
         */
        interface IUtteranceStarted extends parley.v1.UtteranceStarted.$Properties {
        }

        /** Represents an UtteranceStarted. */
        class UtteranceStarted {

            /**
             * Constructs a new UtteranceStarted.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.UtteranceStarted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UtteranceStarted utterance. */
            utterance: number;

            /** UtteranceStarted startSample. */
            startSample: number;

            /**
             * Encodes the specified UtteranceStarted message. Does not implicitly {@link parley.v1.UtteranceStarted.verify|verify} messages.
             * @param message UtteranceStarted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.UtteranceStarted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UtteranceStarted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.UtteranceStarted & parley.v1.UtteranceStarted.$Shape} UtteranceStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.UtteranceStarted & parley.v1.UtteranceStarted.$Shape;
        }

        namespace UtteranceStarted {

            /** Properties of an UtteranceStarted. */
            interface $Properties {

                /** UtteranceStarted utterance */
                utterance?: (number|null);

                /** UtteranceStarted startSample */
                startSample?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UtteranceStarted. */
            type $Shape = parley.v1.UtteranceStarted.$Properties;
        }

        /**
         * Properties of an UtteranceEnded.
         * @deprecated Use parley.v1.UtteranceEnded.$Properties instead.
         */
        interface IUtteranceEnded extends parley.v1.UtteranceEnded.$Properties {
        }

        /** Represents an UtteranceEnded. */
        class UtteranceEnded {

            /**
             * Constructs a new UtteranceEnded.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.UtteranceEnded.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UtteranceEnded utterance. */
            utterance: number;

            /** UtteranceEnded startSample. */
            startSample: number;

            /** UtteranceEnded endSample. */
            endSample: number;

            /** UtteranceEnded transcript. */
            transcript: string;

            /** UtteranceEnded language. */
            language: string;

            /**
             * Encodes the specified UtteranceEnded message. Does not implicitly {@link parley.v1.UtteranceEnded.verify|verify} messages.
             * @param message UtteranceEnded message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.UtteranceEnded.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UtteranceEnded message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.UtteranceEnded & parley.v1.UtteranceEnded.$Shape} UtteranceEnded
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.UtteranceEnded & parley.v1.UtteranceEnded.$Shape;
        }

        namespace UtteranceEnded {

            /** Properties of an UtteranceEnded. */
            interface $Properties {

                /** UtteranceEnded utterance */
                utterance?: (number|null);

                /** UtteranceEnded startSample */
                startSample?: (number|null);

                /** UtteranceEnded endSample */
                endSample?: (number|null);

                /** UtteranceEnded transcript */
                transcript?: (string|null);

                /** UtteranceEnded language */
                language?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UtteranceEnded. */
            type $Shape = parley.v1.UtteranceEnded.$Properties;
        }

        /**
         * Properties of a PerceptionEvent.
         * @deprecated Use parley.v1.PerceptionEvent.$Properties instead.
         */
        interface IPerceptionEvent extends parley.v1.PerceptionEvent.$Properties {
        }

        /** Represents a PerceptionEvent. */
        class PerceptionEvent {

            /**
             * Constructs a new PerceptionEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.PerceptionEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PerceptionEvent scope. */
            scope: parley.v1.PerceptionEvent.Scope;

            /** PerceptionEvent utterance. */
            utterance: number;

            /** PerceptionEvent startSample. */
            startSample: number;

            /** PerceptionEvent endSample. */
            endSample: number;

            /** PerceptionEvent perception. */
            perception?: (parley.v1.Perception.$Properties|null);

            /**
             * Encodes the specified PerceptionEvent message. Does not implicitly {@link parley.v1.PerceptionEvent.verify|verify} messages.
             * @param message PerceptionEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.PerceptionEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PerceptionEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.PerceptionEvent & parley.v1.PerceptionEvent.$Shape} PerceptionEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.PerceptionEvent & parley.v1.PerceptionEvent.$Shape;
        }

        namespace PerceptionEvent {

            /** Properties of a PerceptionEvent. */
            interface $Properties {

                /** PerceptionEvent scope */
                scope?: (parley.v1.PerceptionEvent.Scope|null);

                /** PerceptionEvent utterance */
                utterance?: (number|null);

                /** PerceptionEvent startSample */
                startSample?: (number|null);

                /** PerceptionEvent endSample */
                endSample?: (number|null);

                /** PerceptionEvent perception */
                perception?: (parley.v1.Perception.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PerceptionEvent. */
            type $Shape = parley.v1.PerceptionEvent.$Properties;

            /** Scope enum. */
            enum Scope {

                /** SCOPE_UNSPECIFIED value */
                SCOPE_UNSPECIFIED = 0,

                /** CHUNK value */
                CHUNK = 1,

                /** UTTERANCE value */
                UTTERANCE = 2
            }
        }

        /**
         * Properties of a Perception.
         * @deprecated Use parley.v1.Perception.$Properties instead.
         */
        interface IPerception extends parley.v1.Perception.$Properties {
        }

        /** Represents a Perception. */
        class Perception {

            /**
             * Constructs a new Perception.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Perception.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Perception emotion. */
            emotion: parley.v1.Estimate.$Properties[];

            /** Perception age. */
            age: parley.v1.Estimate.$Properties[];

            /** Perception accent. */
            accent: parley.v1.Estimate.$Properties[];

            /** Perception speakingRate. */
            speakingRate: parley.v1.Estimate.$Properties[];

            /** Perception pitch. */
            pitch: parley.v1.Estimate.$Properties[];

            /** Perception vocalStyle. */
            vocalStyle: parley.v1.Estimate.$Properties[];

            /** Perception pitchHz. */
            pitchHz: number;

            /** Perception energyDbfs. */
            energyDbfs: number;

            /** Perception syllablesPerSecond. */
            syllablesPerSecond: number;

            /** Perception sure. */
            sure: string[];

            /**
             * Encodes the specified Perception message. Does not implicitly {@link parley.v1.Perception.verify|verify} messages.
             * @param message Perception message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Perception.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Perception message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Perception & parley.v1.Perception.$Shape} Perception
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Perception & parley.v1.Perception.$Shape;
        }

        namespace Perception {

            /** Properties of a Perception. */
            interface $Properties {

                /** Perception emotion */
                emotion?: (parley.v1.Estimate.$Properties[]|null);

                /** Perception age */
                age?: (parley.v1.Estimate.$Properties[]|null);

                /** Perception accent */
                accent?: (parley.v1.Estimate.$Properties[]|null);

                /** Perception speakingRate */
                speakingRate?: (parley.v1.Estimate.$Properties[]|null);

                /** Perception pitch */
                pitch?: (parley.v1.Estimate.$Properties[]|null);

                /** Perception vocalStyle */
                vocalStyle?: (parley.v1.Estimate.$Properties[]|null);

                /** Perception pitchHz */
                pitchHz?: (number|null);

                /** Perception energyDbfs */
                energyDbfs?: (number|null);

                /** Perception syllablesPerSecond */
                syllablesPerSecond?: (number|null);

                /** Perception sure */
                sure?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Perception. */
            type $Shape = parley.v1.Perception.$Properties;
        }

        /**
         * Properties of an Estimate.
         * @deprecated Use parley.v1.Estimate.$Properties instead.
         */
        interface IEstimate extends parley.v1.Estimate.$Properties {
        }

        /** Represents an Estimate. */
        class Estimate {

            /**
             * Constructs a new Estimate.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Estimate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Estimate label. */
            label: string;

            /** Estimate confidence. */
            confidence: number;

            /**
             * Encodes the specified Estimate message. Does not implicitly {@link parley.v1.Estimate.verify|verify} messages.
             * @param message Estimate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Estimate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Estimate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Estimate & parley.v1.Estimate.$Shape} Estimate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Estimate & parley.v1.Estimate.$Shape;
        }

        namespace Estimate {

            /** Properties of an Estimate. */
            interface $Properties {

                /** Estimate label */
                label?: (string|null);

                /** Estimate confidence */
                confidence?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Estimate. */
            type $Shape = parley.v1.Estimate.$Properties;
        }

        /**
         * Properties of a ToEngine.
         * @deprecated Use parley.v1.ToEngine.$Properties instead.
         */
        interface IToEngine extends parley.v1.ToEngine.$Properties {
        }

        /** Represents a ToEngine. */
        class ToEngine {

            /**
             * Constructs a new ToEngine.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ToEngine.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ToEngine start. */
            start?: (parley.v1.EngineStart.$Properties|null);

            /** ToEngine work. */
            work?: (parley.v1.EngineWork.$Properties|null);

            /** ToEngine cancel. */
            cancel?: (parley.v1.EngineCancel.$Properties|null);

            /** ToEngine health. */
            health?: (parley.v1.EngineHealthRequest.$Properties|null);

            /** ToEngine stop. */
            stop?: (parley.v1.EngineStop.$Properties|null);

            /** ToEngine message. */
            message?: ("start"|"work"|"cancel"|"health"|"stop");

            /**
             * Encodes the specified ToEngine message. Does not implicitly {@link parley.v1.ToEngine.verify|verify} messages.
             * @param message ToEngine message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ToEngine.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ToEngine message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ToEngine & parley.v1.ToEngine.$Shape} ToEngine
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ToEngine & parley.v1.ToEngine.$Shape;
        }

        namespace ToEngine {

            /** Properties of a ToEngine. */
            interface $Properties {

                /** ToEngine start */
                start?: (parley.v1.EngineStart.$Properties|null);

                /** ToEngine work */
                work?: (parley.v1.EngineWork.$Properties|null);

                /** ToEngine cancel */
                cancel?: (parley.v1.EngineCancel.$Properties|null);

                /** ToEngine health */
                health?: (parley.v1.EngineHealthRequest.$Properties|null);

                /** ToEngine stop */
                stop?: (parley.v1.EngineStop.$Properties|null);

                /** ToEngine message */
                message?: ("start"|"work"|"cancel"|"health"|"stop");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ToEngine. */
            type $Shape = {
              start?: parley.v1.EngineStart.$Shape|null;
              work?: parley.v1.EngineWork.$Shape|null;
              cancel?: parley.v1.EngineCancel.$Shape|null;
              health?: parley.v1.EngineHealthRequest.$Shape|null;
              stop?: parley.v1.EngineStop.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; start?: null; work?: null; cancel?: null; health?: null; stop?: null }|{ message?: "start"; start: parley.v1.EngineStart.$Shape; work?: null; cancel?: null; health?: null; stop?: null }|{ message?: "work"; start?: null; work: parley.v1.EngineWork.$Shape; cancel?: null; health?: null; stop?: null }|{ message?: "cancel"; start?: null; work?: null; cancel: parley.v1.EngineCancel.$Shape; health?: null; stop?: null }|{ message?: "health"; start?: null; work?: null; cancel?: null; health: parley.v1.EngineHealthRequest.$Shape; stop?: null }|{ message?: "stop"; start?: null; work?: null; cancel?: null; health?: null; stop: parley.v1.EngineStop.$Shape })
            );
        }

        /**
         * Properties of a FromEngine.
         * @deprecated Use parley.v1.FromEngine.$Properties instead.
         */
        interface IFromEngine extends parley.v1.FromEngine.$Properties {
        }

        /** Represents a FromEngine. */
        class FromEngine {

            /**
             * Constructs a new FromEngine.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.FromEngine.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FromEngine ready. */
            ready?: (parley.v1.EngineReady.$Properties|null);

            /** FromEngine result. */
            result?: (parley.v1.EngineResult.$Properties|null);

            /** FromEngine done. */
            done?: (parley.v1.EngineDone.$Properties|null);

            /** FromEngine failed. */
            failed?: (parley.v1.EngineFailed.$Properties|null);

            /** FromEngine health. */
            health?: (parley.v1.EngineHealth.$Properties|null);

            /** FromEngine message. */
            message?: ("ready"|"result"|"done"|"failed"|"health");

            /**
             * Encodes the specified FromEngine message. Does not implicitly {@link parley.v1.FromEngine.verify|verify} messages.
             * @param message FromEngine message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.FromEngine.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FromEngine message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.FromEngine & parley.v1.FromEngine.$Shape} FromEngine
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.FromEngine & parley.v1.FromEngine.$Shape;
        }

        namespace FromEngine {

            /** Properties of a FromEngine. */
            interface $Properties {

                /** FromEngine ready */
                ready?: (parley.v1.EngineReady.$Properties|null);

                /** FromEngine result */
                result?: (parley.v1.EngineResult.$Properties|null);

                /** FromEngine done */
                done?: (parley.v1.EngineDone.$Properties|null);

                /** FromEngine failed */
                failed?: (parley.v1.EngineFailed.$Properties|null);

                /** FromEngine health */
                health?: (parley.v1.EngineHealth.$Properties|null);

                /** FromEngine message */
                message?: ("ready"|"result"|"done"|"failed"|"health");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a FromEngine. */
            type $Shape = {
              ready?: parley.v1.EngineReady.$Shape|null;
              result?: parley.v1.EngineResult.$Shape|null;
              done?: parley.v1.EngineDone.$Shape|null;
              failed?: parley.v1.EngineFailed.$Shape|null;
              health?: parley.v1.EngineHealth.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; ready?: null; result?: null; done?: null; failed?: null; health?: null }|{ message?: "ready"; ready: parley.v1.EngineReady.$Shape; result?: null; done?: null; failed?: null; health?: null }|{ message?: "result"; ready?: null; result: parley.v1.EngineResult.$Shape; done?: null; failed?: null; health?: null }|{ message?: "done"; ready?: null; result?: null; done: parley.v1.EngineDone.$Shape; failed?: null; health?: null }|{ message?: "failed"; ready?: null; result?: null; done?: null; failed: parley.v1.EngineFailed.$Shape; health?: null }|{ message?: "health"; ready?: null; result?: null; done?: null; failed?: null; health: parley.v1.EngineHealth.$Shape })
            );
        }

        /**
         * Properties of an EngineStart.
         * @deprecated Use parley.v1.EngineStart.$Properties instead.
         */
        interface IEngineStart extends parley.v1.EngineStart.$Properties {
        }

        /** Represents an EngineStart. */
        class EngineStart {

            /**
             * Constructs a new EngineStart.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EngineStart.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EngineStart files. */
            files: { [k: string]: string };

            /** EngineStart settings. */
            settings: { [k: string]: string };

            /** EngineStart threads. */
            threads: number;

            /**
             * Encodes the specified EngineStart message. Does not implicitly {@link parley.v1.EngineStart.verify|verify} messages.
             * @param message EngineStart message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EngineStart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EngineStart message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EngineStart & parley.v1.EngineStart.$Shape} EngineStart
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EngineStart & parley.v1.EngineStart.$Shape;
        }

        namespace EngineStart {

            /** Properties of an EngineStart. */
            interface $Properties {

                /** EngineStart files */
                files?: ({ [k: string]: string }|null);

                /** EngineStart settings */
                settings?: ({ [k: string]: string }|null);

                /** EngineStart threads */
                threads?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EngineStart. */
            type $Shape = parley.v1.EngineStart.$Properties;
        }

        /**
         * Properties of an EngineReady.
         * @deprecated Use parley.v1.EngineReady.$Properties instead.
         */
        interface IEngineReady extends parley.v1.EngineReady.$Properties {
        }

        /** Represents an EngineReady. */
        class EngineReady {

            /**
             * Constructs a new EngineReady.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EngineReady.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EngineReady name. */
            name: string;

            /** EngineReady version. */
            version: string;

            /** EngineReady concurrency. */
            concurrency: number;

            /** EngineReady facts. */
            facts: { [k: string]: string };

            /**
             * Encodes the specified EngineReady message. Does not implicitly {@link parley.v1.EngineReady.verify|verify} messages.
             * @param message EngineReady message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EngineReady.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EngineReady message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EngineReady & parley.v1.EngineReady.$Shape} EngineReady
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EngineReady & parley.v1.EngineReady.$Shape;
        }

        namespace EngineReady {

            /** Properties of an EngineReady. */
            interface $Properties {

                /** EngineReady name */
                name?: (string|null);

                /** EngineReady version */
                version?: (string|null);

                /** EngineReady concurrency */
                concurrency?: (number|null);

                /** EngineReady facts */
                facts?: ({ [k: string]: string }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EngineReady. */
            type $Shape = parley.v1.EngineReady.$Properties;
        }

        /**
         * Properties of an EngineWork.
         * @deprecated Use parley.v1.EngineWork.$Properties instead.
         */
        interface IEngineWork extends parley.v1.EngineWork.$Properties {
        }

        /** Represents an EngineWork. */
        class EngineWork {

            /**
             * Constructs a new EngineWork.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EngineWork.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EngineWork workId. */
            workId: number;

            /** EngineWork payload. */
            payload: Uint8Array;

            /**
             * Encodes the specified EngineWork message. Does not implicitly {@link parley.v1.EngineWork.verify|verify} messages.
             * @param message EngineWork message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EngineWork.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EngineWork message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EngineWork & parley.v1.EngineWork.$Shape} EngineWork
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EngineWork & parley.v1.EngineWork.$Shape;
        }

        namespace EngineWork {

            /** Properties of an EngineWork. */
            interface $Properties {

                /** EngineWork workId */
                workId?: (number|null);

                /** EngineWork payload */
                payload?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EngineWork. */
            type $Shape = parley.v1.EngineWork.$Properties;
        }

        /**
         * Properties of an EngineCancel.
         * @deprecated Use parley.v1.EngineCancel.$Properties instead.
         */
        interface IEngineCancel extends parley.v1.EngineCancel.$Properties {
        }

        /** Represents an EngineCancel. */
        class EngineCancel {

            /**
             * Constructs a new EngineCancel.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EngineCancel.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EngineCancel workId. */
            workId: number;

            /**
             * Encodes the specified EngineCancel message. Does not implicitly {@link parley.v1.EngineCancel.verify|verify} messages.
             * @param message EngineCancel message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EngineCancel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EngineCancel message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EngineCancel & parley.v1.EngineCancel.$Shape} EngineCancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EngineCancel & parley.v1.EngineCancel.$Shape;
        }

        namespace EngineCancel {

            /** Properties of an EngineCancel. */
            interface $Properties {

                /** EngineCancel workId */
                workId?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EngineCancel. */
            type $Shape = parley.v1.EngineCancel.$Properties;
        }

        /**
         * Properties of an EngineResult.
         * @deprecated Use parley.v1.EngineResult.$Properties instead.
         */
        interface IEngineResult extends parley.v1.EngineResult.$Properties {
        }

        /** Represents an EngineResult. */
        class EngineResult {

            /**
             * Constructs a new EngineResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EngineResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EngineResult workId. */
            workId: number;

            /** EngineResult payload. */
            payload: Uint8Array;

            /**
             * Encodes the specified EngineResult message. Does not implicitly {@link parley.v1.EngineResult.verify|verify} messages.
             * @param message EngineResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EngineResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EngineResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EngineResult & parley.v1.EngineResult.$Shape} EngineResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EngineResult & parley.v1.EngineResult.$Shape;
        }

        namespace EngineResult {

            /** Properties of an EngineResult. */
            interface $Properties {

                /** EngineResult workId */
                workId?: (number|null);

                /** EngineResult payload */
                payload?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EngineResult. */
            type $Shape = parley.v1.EngineResult.$Properties;
        }

        /**
         * Properties of an EngineDone.
         * @deprecated Use parley.v1.EngineDone.$Properties instead.
         */
        interface IEngineDone extends parley.v1.EngineDone.$Properties {
        }

        /** Represents an EngineDone. */
        class EngineDone {

            /**
             * Constructs a new EngineDone.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EngineDone.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EngineDone workId. */
            workId: number;

            /**
             * Encodes the specified EngineDone message. Does not implicitly {@link parley.v1.EngineDone.verify|verify} messages.
             * @param message EngineDone message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EngineDone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EngineDone message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EngineDone & parley.v1.EngineDone.$Shape} EngineDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EngineDone & parley.v1.EngineDone.$Shape;
        }

        namespace EngineDone {

            /** Properties of an EngineDone. */
            interface $Properties {

                /** EngineDone workId */
                workId?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EngineDone. */
            type $Shape = parley.v1.EngineDone.$Properties;
        }

        /**
         * Properties of an EngineFailed.
         * @deprecated Use parley.v1.EngineFailed.$Properties instead.
         */
        interface IEngineFailed extends parley.v1.EngineFailed.$Properties {
        }

        /** Represents an EngineFailed. */
        class EngineFailed {

            /**
             * Constructs a new EngineFailed.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EngineFailed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EngineFailed workId. */
            workId: number;

            /** EngineFailed code. */
            code: string;

            /** EngineFailed message. */
            message: string;

            /** EngineFailed retryable. */
            retryable: boolean;

            /** EngineFailed class. */
            class: string;

            /**
             * Encodes the specified EngineFailed message. Does not implicitly {@link parley.v1.EngineFailed.verify|verify} messages.
             * @param message EngineFailed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EngineFailed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EngineFailed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EngineFailed & parley.v1.EngineFailed.$Shape} EngineFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EngineFailed & parley.v1.EngineFailed.$Shape;
        }

        namespace EngineFailed {

            /** Properties of an EngineFailed. */
            interface $Properties {

                /** EngineFailed workId */
                workId?: (number|null);

                /** EngineFailed code */
                code?: (string|null);

                /** EngineFailed message */
                message?: (string|null);

                /** EngineFailed retryable */
                retryable?: (boolean|null);

                /** EngineFailed class */
                "class"?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EngineFailed. */
            type $Shape = parley.v1.EngineFailed.$Properties;
        }

        /**
         * Properties of an EngineHealthRequest.
         * @deprecated Use parley.v1.EngineHealthRequest.$Properties instead.
         */
        interface IEngineHealthRequest extends parley.v1.EngineHealthRequest.$Properties {
        }

        /** Represents an EngineHealthRequest. */
        class EngineHealthRequest {

            /**
             * Constructs a new EngineHealthRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EngineHealthRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified EngineHealthRequest message. Does not implicitly {@link parley.v1.EngineHealthRequest.verify|verify} messages.
             * @param message EngineHealthRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EngineHealthRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EngineHealthRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EngineHealthRequest & parley.v1.EngineHealthRequest.$Shape} EngineHealthRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EngineHealthRequest & parley.v1.EngineHealthRequest.$Shape;
        }

        namespace EngineHealthRequest {

            /** Properties of an EngineHealthRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EngineHealthRequest. */
            type $Shape = parley.v1.EngineHealthRequest.$Properties;
        }

        /**
         * Properties of an EngineHealth.
         * @deprecated Use parley.v1.EngineHealth.$Properties instead.
         */
        interface IEngineHealth extends parley.v1.EngineHealth.$Properties {
        }

        /** Represents an EngineHealth. */
        class EngineHealth {

            /**
             * Constructs a new EngineHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EngineHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EngineHealth rssBytes. */
            rssBytes: number;

            /** EngineHealth running. */
            running: number;

            /** EngineHealth cpuSeconds. */
            cpuSeconds: number;

            /**
             * Encodes the specified EngineHealth message. Does not implicitly {@link parley.v1.EngineHealth.verify|verify} messages.
             * @param message EngineHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EngineHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EngineHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EngineHealth & parley.v1.EngineHealth.$Shape} EngineHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EngineHealth & parley.v1.EngineHealth.$Shape;
        }

        namespace EngineHealth {

            /** Properties of an EngineHealth. */
            interface $Properties {

                /** EngineHealth rssBytes */
                rssBytes?: (number|null);

                /** EngineHealth running */
                running?: (number|null);

                /** EngineHealth cpuSeconds */
                cpuSeconds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EngineHealth. */
            type $Shape = parley.v1.EngineHealth.$Properties;
        }

        /**
         * Properties of an EngineStop.
         * @deprecated Use parley.v1.EngineStop.$Properties instead.
         */
        interface IEngineStop extends parley.v1.EngineStop.$Properties {
        }

        /** Represents an EngineStop. */
        class EngineStop {

            /**
             * Constructs a new EngineStop.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.EngineStop.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified EngineStop message. Does not implicitly {@link parley.v1.EngineStop.verify|verify} messages.
             * @param message EngineStop message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.EngineStop.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EngineStop message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.EngineStop & parley.v1.EngineStop.$Shape} EngineStop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.EngineStop & parley.v1.EngineStop.$Shape;
        }

        namespace EngineStop {

            /** Properties of an EngineStop. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EngineStop. */
            type $Shape = parley.v1.EngineStop.$Properties;
        }

        /**
         * Properties of a TranscribeWork.
         * @deprecated Use parley.v1.TranscribeWork.$Properties instead.
         */
        interface ITranscribeWork extends parley.v1.TranscribeWork.$Properties {
        }

        /** Represents a TranscribeWork. */
        class TranscribeWork {

            /**
             * Constructs a new TranscribeWork.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.TranscribeWork.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TranscribeWork pcm. */
            pcm: Uint8Array;

            /** TranscribeWork language. */
            language: string;

            /** TranscribeWork prompt. */
            prompt: string;

            /** TranscribeWork partial. */
            partial: boolean;

            /** TranscribeWork languages. */
            languages: string[];

            /**
             * Encodes the specified TranscribeWork message. Does not implicitly {@link parley.v1.TranscribeWork.verify|verify} messages.
             * @param message TranscribeWork message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.TranscribeWork.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TranscribeWork message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.TranscribeWork & parley.v1.TranscribeWork.$Shape} TranscribeWork
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.TranscribeWork & parley.v1.TranscribeWork.$Shape;
        }

        namespace TranscribeWork {

            /** Properties of a TranscribeWork. */
            interface $Properties {

                /** TranscribeWork pcm */
                pcm?: (Uint8Array|null);

                /** TranscribeWork language */
                language?: (string|null);

                /** TranscribeWork prompt */
                prompt?: (string|null);

                /** TranscribeWork partial */
                partial?: (boolean|null);

                /** TranscribeWork languages */
                languages?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TranscribeWork. */
            type $Shape = parley.v1.TranscribeWork.$Properties;
        }

        /**
         * Properties of a TranscribeResult.
         * @deprecated Use parley.v1.TranscribeResult.$Properties instead.
         */
        interface ITranscribeResult extends parley.v1.TranscribeResult.$Properties {
        }

        /** Represents a TranscribeResult. */
        class TranscribeResult {

            /**
             * Constructs a new TranscribeResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.TranscribeResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TranscribeResult text. */
            text: string;

            /** TranscribeResult language. */
            language: string;

            /** TranscribeResult words. */
            words: parley.v1.WordTime.$Properties[];

            /** TranscribeResult confidence. */
            confidence: number;

            /** TranscribeResult decodeMs. */
            decodeMs: number;

            /** TranscribeResult endOfTurn. */
            endOfTurn?: (number|null);

            /**
             * Encodes the specified TranscribeResult message. Does not implicitly {@link parley.v1.TranscribeResult.verify|verify} messages.
             * @param message TranscribeResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.TranscribeResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TranscribeResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.TranscribeResult & parley.v1.TranscribeResult.$Shape} TranscribeResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.TranscribeResult & parley.v1.TranscribeResult.$Shape;
        }

        namespace TranscribeResult {

            /** Properties of a TranscribeResult. */
            interface $Properties {

                /** TranscribeResult text */
                text?: (string|null);

                /** TranscribeResult language */
                language?: (string|null);

                /** TranscribeResult words */
                words?: (parley.v1.WordTime.$Properties[]|null);

                /** TranscribeResult confidence */
                confidence?: (number|null);

                /** TranscribeResult decodeMs */
                decodeMs?: (number|null);

                /** TranscribeResult endOfTurn */
                endOfTurn?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TranscribeResult. */
            type $Shape = parley.v1.TranscribeResult.$Properties;
        }

        /**
         * Properties of a SynthesizeWork.
         * @deprecated Use parley.v1.SynthesizeWork.$Properties instead.
         */
        interface ISynthesizeWork extends parley.v1.SynthesizeWork.$Properties {
        }

        /** Represents a SynthesizeWork. */
        class SynthesizeWork {

            /**
             * Constructs a new SynthesizeWork.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SynthesizeWork.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SynthesizeWork text. */
            text: string;

            /** SynthesizeWork voice. */
            voice: string;

            /** SynthesizeWork language. */
            language: string;

            /** SynthesizeWork rate. */
            rate: number;

            /** SynthesizeWork phonemes. */
            phonemes: string[];

            /** SynthesizeWork words. */
            words: string[];

            /**
             * Encodes the specified SynthesizeWork message. Does not implicitly {@link parley.v1.SynthesizeWork.verify|verify} messages.
             * @param message SynthesizeWork message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SynthesizeWork.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SynthesizeWork message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SynthesizeWork & parley.v1.SynthesizeWork.$Shape} SynthesizeWork
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SynthesizeWork & parley.v1.SynthesizeWork.$Shape;
        }

        namespace SynthesizeWork {

            /** Properties of a SynthesizeWork. */
            interface $Properties {

                /** SynthesizeWork text */
                text?: (string|null);

                /** SynthesizeWork voice */
                voice?: (string|null);

                /** SynthesizeWork language */
                language?: (string|null);

                /** SynthesizeWork rate */
                rate?: (number|null);

                /** SynthesizeWork phonemes */
                phonemes?: (string[]|null);

                /** SynthesizeWork words */
                words?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SynthesizeWork. */
            type $Shape = parley.v1.SynthesizeWork.$Properties;
        }

        /**
         * Properties of a SynthesizeResult.
         * @deprecated Use parley.v1.SynthesizeResult.$Properties instead.
         */
        interface ISynthesizeResult extends parley.v1.SynthesizeResult.$Properties {
        }

        /** Represents a SynthesizeResult. */
        class SynthesizeResult {

            /**
             * Constructs a new SynthesizeResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SynthesizeResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SynthesizeResult pcm. */
            pcm: Uint8Array;

            /** SynthesizeResult sampleRate. */
            sampleRate: number;

            /** SynthesizeResult words. */
            words: parley.v1.WordTime.$Properties[];

            /**
             * Encodes the specified SynthesizeResult message. Does not implicitly {@link parley.v1.SynthesizeResult.verify|verify} messages.
             * @param message SynthesizeResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SynthesizeResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SynthesizeResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SynthesizeResult & parley.v1.SynthesizeResult.$Shape} SynthesizeResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SynthesizeResult & parley.v1.SynthesizeResult.$Shape;
        }

        namespace SynthesizeResult {

            /** Properties of a SynthesizeResult. */
            interface $Properties {

                /** SynthesizeResult pcm */
                pcm?: (Uint8Array|null);

                /** SynthesizeResult sampleRate */
                sampleRate?: (number|null);

                /** SynthesizeResult words */
                words?: (parley.v1.WordTime.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SynthesizeResult. */
            type $Shape = parley.v1.SynthesizeResult.$Properties;
        }

        /**
         * Properties of a PhonemizeWork.
         * @deprecated Use parley.v1.PhonemizeWork.$Properties instead.
         */
        interface IPhonemizeWork extends parley.v1.PhonemizeWork.$Properties {
        }

        /** Represents a PhonemizeWork. */
        class PhonemizeWork {

            /**
             * Constructs a new PhonemizeWork.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.PhonemizeWork.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PhonemizeWork words. */
            words: string[];

            /** PhonemizeWork language. */
            language: string;

            /**
             * Encodes the specified PhonemizeWork message. Does not implicitly {@link parley.v1.PhonemizeWork.verify|verify} messages.
             * @param message PhonemizeWork message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.PhonemizeWork.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PhonemizeWork message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.PhonemizeWork & parley.v1.PhonemizeWork.$Shape} PhonemizeWork
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.PhonemizeWork & parley.v1.PhonemizeWork.$Shape;
        }

        namespace PhonemizeWork {

            /** Properties of a PhonemizeWork. */
            interface $Properties {

                /** PhonemizeWork words */
                words?: (string[]|null);

                /** PhonemizeWork language */
                language?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PhonemizeWork. */
            type $Shape = parley.v1.PhonemizeWork.$Properties;
        }

        /**
         * Properties of a PhonemizeResult.
         * @deprecated Use parley.v1.PhonemizeResult.$Properties instead.
         */
        interface IPhonemizeResult extends parley.v1.PhonemizeResult.$Properties {
        }

        /** Represents a PhonemizeResult. */
        class PhonemizeResult {

            /**
             * Constructs a new PhonemizeResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.PhonemizeResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PhonemizeResult phonemes. */
            phonemes: string[];

            /**
             * Encodes the specified PhonemizeResult message. Does not implicitly {@link parley.v1.PhonemizeResult.verify|verify} messages.
             * @param message PhonemizeResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.PhonemizeResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PhonemizeResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.PhonemizeResult & parley.v1.PhonemizeResult.$Shape} PhonemizeResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.PhonemizeResult & parley.v1.PhonemizeResult.$Shape;
        }

        namespace PhonemizeResult {

            /** Properties of a PhonemizeResult. */
            interface $Properties {

                /** PhonemizeResult phonemes */
                phonemes?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PhonemizeResult. */
            type $Shape = parley.v1.PhonemizeResult.$Properties;
        }

        /**
         * Properties of a SpeechWork.
         * @deprecated Use parley.v1.SpeechWork.$Properties instead.
         */
        interface ISpeechWork extends parley.v1.SpeechWork.$Properties {
        }

        /** Represents a SpeechWork. */
        class SpeechWork {

            /**
             * Constructs a new SpeechWork.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeechWork.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeechWork phonemize. */
            phonemize?: (parley.v1.PhonemizeWork.$Properties|null);

            /** SpeechWork synthesize. */
            synthesize?: (parley.v1.SynthesizeWork.$Properties|null);

            /** SpeechWork work. */
            work?: ("phonemize"|"synthesize");

            /**
             * Encodes the specified SpeechWork message. Does not implicitly {@link parley.v1.SpeechWork.verify|verify} messages.
             * @param message SpeechWork message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeechWork.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeechWork message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeechWork & parley.v1.SpeechWork.$Shape} SpeechWork
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeechWork & parley.v1.SpeechWork.$Shape;
        }

        namespace SpeechWork {

            /** Properties of a SpeechWork. */
            interface $Properties {

                /** SpeechWork phonemize */
                phonemize?: (parley.v1.PhonemizeWork.$Properties|null);

                /** SpeechWork synthesize */
                synthesize?: (parley.v1.SynthesizeWork.$Properties|null);

                /** SpeechWork work */
                work?: ("phonemize"|"synthesize");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a SpeechWork. */
            type $Shape = {
              phonemize?: parley.v1.PhonemizeWork.$Shape|null;
              synthesize?: parley.v1.SynthesizeWork.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ work?: undefined; phonemize?: null; synthesize?: null }|{ work?: "phonemize"; phonemize: parley.v1.PhonemizeWork.$Shape; synthesize?: null }|{ work?: "synthesize"; phonemize?: null; synthesize: parley.v1.SynthesizeWork.$Shape })
            );
        }

        /**
         * Properties of a SpeechResult.
         * @deprecated Use parley.v1.SpeechResult.$Properties instead.
         */
        interface ISpeechResult extends parley.v1.SpeechResult.$Properties {
        }

        /** Represents a SpeechResult. */
        class SpeechResult {

            /**
             * Constructs a new SpeechResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeechResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeechResult phonemes. */
            phonemes?: (parley.v1.PhonemizeResult.$Properties|null);

            /** SpeechResult speech. */
            speech?: (parley.v1.SynthesizeResult.$Properties|null);

            /** SpeechResult result. */
            result?: ("phonemes"|"speech");

            /**
             * Encodes the specified SpeechResult message. Does not implicitly {@link parley.v1.SpeechResult.verify|verify} messages.
             * @param message SpeechResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeechResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeechResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeechResult & parley.v1.SpeechResult.$Shape} SpeechResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeechResult & parley.v1.SpeechResult.$Shape;
        }

        namespace SpeechResult {

            /** Properties of a SpeechResult. */
            interface $Properties {

                /** SpeechResult phonemes */
                phonemes?: (parley.v1.PhonemizeResult.$Properties|null);

                /** SpeechResult speech */
                speech?: (parley.v1.SynthesizeResult.$Properties|null);

                /** SpeechResult result */
                result?: ("phonemes"|"speech");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a SpeechResult. */
            type $Shape = {
              phonemes?: parley.v1.PhonemizeResult.$Shape|null;
              speech?: parley.v1.SynthesizeResult.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ result?: undefined; phonemes?: null; speech?: null }|{ result?: "phonemes"; phonemes: parley.v1.PhonemizeResult.$Shape; speech?: null }|{ result?: "speech"; phonemes?: null; speech: parley.v1.SynthesizeResult.$Shape })
            );
        }

        /**
         * Properties of a GenerateWork.
         * @deprecated Use parley.v1.GenerateWork.$Properties instead.
         */
        interface IGenerateWork extends parley.v1.GenerateWork.$Properties {
        }

        /** Represents a GenerateWork. */
        class GenerateWork {

            /**
             * Constructs a new GenerateWork.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GenerateWork.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GenerateWork cacheKey. */
            cacheKey: string;

            /** GenerateWork request. */
            request?: (parley.v1.GenerateRequest.$Properties|null);

            /** GenerateWork prepare. */
            prepare: boolean;

            /** GenerateWork release. */
            release: boolean;

            /** GenerateWork background. */
            background: boolean;

            /** GenerateWork answerSchema. */
            answerSchema: string;

            /**
             * Encodes the specified GenerateWork message. Does not implicitly {@link parley.v1.GenerateWork.verify|verify} messages.
             * @param message GenerateWork message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GenerateWork.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GenerateWork message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GenerateWork & parley.v1.GenerateWork.$Shape} GenerateWork
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GenerateWork & parley.v1.GenerateWork.$Shape;
        }

        namespace GenerateWork {

            /** Properties of a GenerateWork. */
            interface $Properties {

                /** GenerateWork cacheKey */
                cacheKey?: (string|null);

                /** GenerateWork request */
                request?: (parley.v1.GenerateRequest.$Properties|null);

                /** GenerateWork prepare */
                prepare?: (boolean|null);

                /** GenerateWork release */
                release?: (boolean|null);

                /** GenerateWork background */
                background?: (boolean|null);

                /** GenerateWork answerSchema */
                answerSchema?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GenerateWork. */
            type $Shape = parley.v1.GenerateWork.$Properties;
        }

        /**
         * Properties of a GenerateResult.
         * @deprecated Use parley.v1.GenerateResult.$Properties instead.
         */
        interface IGenerateResult extends parley.v1.GenerateResult.$Properties {
        }

        /** Represents a GenerateResult. */
        class GenerateResult {

            /**
             * Constructs a new GenerateResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.GenerateResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GenerateResult text. */
            text?: (parley.v1.TextDelta.$Properties|null);

            /** GenerateResult toolCall. */
            toolCall?: (parley.v1.ToolCall.$Properties|null);

            /** GenerateResult finished. */
            finished?: (parley.v1.GenerationFinished.$Properties|null);

            /** GenerateResult event. */
            event?: ("text"|"toolCall"|"finished");

            /**
             * Encodes the specified GenerateResult message. Does not implicitly {@link parley.v1.GenerateResult.verify|verify} messages.
             * @param message GenerateResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.GenerateResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GenerateResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.GenerateResult & parley.v1.GenerateResult.$Shape} GenerateResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.GenerateResult & parley.v1.GenerateResult.$Shape;
        }

        namespace GenerateResult {

            /** Properties of a GenerateResult. */
            interface $Properties {

                /** GenerateResult text */
                text?: (parley.v1.TextDelta.$Properties|null);

                /** GenerateResult toolCall */
                toolCall?: (parley.v1.ToolCall.$Properties|null);

                /** GenerateResult finished */
                finished?: (parley.v1.GenerationFinished.$Properties|null);

                /** GenerateResult event */
                event?: ("text"|"toolCall"|"finished");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a GenerateResult. */
            type $Shape = {
              text?: parley.v1.TextDelta.$Shape|null;
              toolCall?: parley.v1.ToolCall.$Shape|null;
              finished?: parley.v1.GenerationFinished.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ event?: undefined; text?: null; toolCall?: null; finished?: null }|{ event?: "text"; text: parley.v1.TextDelta.$Shape; toolCall?: null; finished?: null }|{ event?: "toolCall"; text?: null; toolCall: parley.v1.ToolCall.$Shape; finished?: null }|{ event?: "finished"; text?: null; toolCall?: null; finished: parley.v1.GenerationFinished.$Shape })
            );
        }

        /**
         * Properties of a HearOpen.
         * @deprecated Use parley.v1.HearOpen.$Properties instead.
         */
        interface IHearOpen extends parley.v1.HearOpen.$Properties {
        }

        /** Represents a HearOpen. */
        class HearOpen {

            /**
             * Constructs a new HearOpen.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.HearOpen.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HearOpen config. */
            config?: (parley.v1.HearConfig.$Properties|null);

            /** HearOpen startSample. */
            startSample: number;

            /** HearOpen nextUtterance. */
            nextUtterance: number;

            /** HearOpen sampleRate. */
            sampleRate: number;

            /** HearOpen recording. */
            recording: boolean;

            /**
             * Encodes the specified HearOpen message. Does not implicitly {@link parley.v1.HearOpen.verify|verify} messages.
             * @param message HearOpen message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.HearOpen.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HearOpen message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.HearOpen & parley.v1.HearOpen.$Shape} HearOpen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.HearOpen & parley.v1.HearOpen.$Shape;
        }

        namespace HearOpen {

            /** Properties of a HearOpen. */
            interface $Properties {

                /** HearOpen config */
                config?: (parley.v1.HearConfig.$Properties|null);

                /** HearOpen startSample */
                startSample?: (number|null);

                /** HearOpen nextUtterance */
                nextUtterance?: (number|null);

                /** HearOpen sampleRate */
                sampleRate?: (number|null);

                /** HearOpen recording */
                recording?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HearOpen. */
            type $Shape = parley.v1.HearOpen.$Properties;
        }

        /**
         * Properties of a HearConfig.
         * @deprecated Use parley.v1.HearConfig.$Properties instead.
         */
        interface IHearConfig extends parley.v1.HearConfig.$Properties {
        }

        /** Represents a HearConfig. */
        class HearConfig {

            /**
             * Constructs a new HearConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.HearConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HearConfig turnDetection. */
            turnDetection?: (parley.v1.TurnDetection.$Properties|null);

            /** HearConfig transcription. */
            transcription?: (parley.v1.Transcription.$Properties|null);

            /** HearConfig expectedInput. */
            expectedInput: parley.v1.ExpectedInput[];

            /** HearConfig noiseReduction. */
            noiseReduction?: (parley.v1.NoiseReduction.$Properties|null);

            /**
             * Encodes the specified HearConfig message. Does not implicitly {@link parley.v1.HearConfig.verify|verify} messages.
             * @param message HearConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.HearConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HearConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.HearConfig & parley.v1.HearConfig.$Shape} HearConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.HearConfig & parley.v1.HearConfig.$Shape;
        }

        namespace HearConfig {

            /** Properties of a HearConfig. */
            interface $Properties {

                /** HearConfig turnDetection */
                turnDetection?: (parley.v1.TurnDetection.$Properties|null);

                /** HearConfig transcription */
                transcription?: (parley.v1.Transcription.$Properties|null);

                /** HearConfig expectedInput */
                expectedInput?: (parley.v1.ExpectedInput[]|null);

                /** HearConfig noiseReduction */
                noiseReduction?: (parley.v1.NoiseReduction.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HearConfig. */
            type $Shape = parley.v1.HearConfig.$Properties;
        }

        /**
         * Properties of a NoiseReduction.
         * @deprecated Use parley.v1.NoiseReduction.$Properties instead.
         */
        interface INoiseReduction extends parley.v1.NoiseReduction.$Properties {
        }

        /** Represents a NoiseReduction. */
        class NoiseReduction {

            /**
             * Constructs a new NoiseReduction.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.NoiseReduction.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NoiseReduction type. */
            type: parley.v1.NoiseReduction.Type;

            /** NoiseReduction strength. */
            strength: number;

            /**
             * Encodes the specified NoiseReduction message. Does not implicitly {@link parley.v1.NoiseReduction.verify|verify} messages.
             * @param message NoiseReduction message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.NoiseReduction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NoiseReduction message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.NoiseReduction & parley.v1.NoiseReduction.$Shape} NoiseReduction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.NoiseReduction & parley.v1.NoiseReduction.$Shape;
        }

        namespace NoiseReduction {

            /** Properties of a NoiseReduction. */
            interface $Properties {

                /** NoiseReduction type */
                type?: (parley.v1.NoiseReduction.Type|null);

                /** NoiseReduction strength */
                strength?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NoiseReduction. */
            type $Shape = parley.v1.NoiseReduction.$Properties;

            /** Type enum. */
            enum Type {

                /** TYPE_UNSPECIFIED value */
                TYPE_UNSPECIFIED = 0,

                /** NEAR_FIELD value */
                NEAR_FIELD = 1,

                /** FAR_FIELD value */
                FAR_FIELD = 2
            }
        }

        /** ExpectedInput enum. */
        enum ExpectedInput {

            /** EXPECTED_INPUT_UNSPECIFIED value */
            EXPECTED_INPUT_UNSPECIFIED = 0,

            /** PHONE value */
            PHONE = 1,

            /** EMAIL value */
            EMAIL = 2,

            /** CODE value */
            CODE = 3,

            /** ADDRESS value */
            ADDRESS = 4
        }

        /**
         * Properties of a TurnDetection.
         * @deprecated Use parley.v1.TurnDetection.$Properties instead.
         */
        interface ITurnDetection extends parley.v1.TurnDetection.$Properties {
        }

        /** Represents a TurnDetection. */
        class TurnDetection {

            /**
             * Constructs a new TurnDetection.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.TurnDetection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TurnDetection mode. */
            mode: parley.v1.TurnDetection.Mode;

            /** TurnDetection threshold. */
            threshold: number;

            /** TurnDetection prefixPaddingMs. */
            prefixPaddingMs: number;

            /** TurnDetection silenceDurationMs. */
            silenceDurationMs: number;

            /** TurnDetection eagerness. */
            eagerness: parley.v1.TurnDetection.Eagerness;

            /**
             * Encodes the specified TurnDetection message. Does not implicitly {@link parley.v1.TurnDetection.verify|verify} messages.
             * @param message TurnDetection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.TurnDetection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TurnDetection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.TurnDetection & parley.v1.TurnDetection.$Shape} TurnDetection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.TurnDetection & parley.v1.TurnDetection.$Shape;
        }

        namespace TurnDetection {

            /** Properties of a TurnDetection. */
            interface $Properties {

                /** TurnDetection mode */
                mode?: (parley.v1.TurnDetection.Mode|null);

                /** TurnDetection threshold */
                threshold?: (number|null);

                /** TurnDetection prefixPaddingMs */
                prefixPaddingMs?: (number|null);

                /** TurnDetection silenceDurationMs */
                silenceDurationMs?: (number|null);

                /** TurnDetection eagerness */
                eagerness?: (parley.v1.TurnDetection.Eagerness|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TurnDetection. */
            type $Shape = parley.v1.TurnDetection.$Properties;

            /** Mode enum. */
            enum Mode {

                /** MODE_UNSPECIFIED value */
                MODE_UNSPECIFIED = 0,

                /** SERVER_VAD value */
                SERVER_VAD = 1,

                /** SEMANTIC_VAD value */
                SEMANTIC_VAD = 2
            }

            /** Eagerness enum. */
            enum Eagerness {

                /** AUTO value */
                AUTO = 0,

                /** LOW value */
                LOW = 1,

                /** MEDIUM value */
                MEDIUM = 2,

                /** HIGH value */
                HIGH = 3
            }
        }

        /**
         * Properties of a Transcription.
         * @deprecated Use parley.v1.Transcription.$Properties instead.
         */
        interface ITranscription extends parley.v1.Transcription.$Properties {
        }

        /** Represents a Transcription. */
        class Transcription {

            /**
             * Constructs a new Transcription.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Transcription.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Transcription model. */
            model: string;

            /** Transcription language. */
            language: string;

            /** Transcription prompt. */
            prompt: string;

            /** Transcription languages. */
            languages: string[];

            /** Transcription keywords. */
            keywords: string[];

            /** Transcription delay. */
            delay: parley.v1.Transcription.Delay;

            /**
             * Encodes the specified Transcription message. Does not implicitly {@link parley.v1.Transcription.verify|verify} messages.
             * @param message Transcription message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Transcription.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Transcription message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Transcription & parley.v1.Transcription.$Shape} Transcription
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Transcription & parley.v1.Transcription.$Shape;
        }

        namespace Transcription {

            /** Properties of a Transcription. */
            interface $Properties {

                /** Transcription model */
                model?: (string|null);

                /** Transcription language */
                language?: (string|null);

                /** Transcription prompt */
                prompt?: (string|null);

                /** Transcription languages */
                languages?: (string[]|null);

                /** Transcription keywords */
                keywords?: (string[]|null);

                /** Transcription delay */
                delay?: (parley.v1.Transcription.Delay|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Transcription. */
            type $Shape = parley.v1.Transcription.$Properties;

            /** Delay enum. */
            enum Delay {

                /** DELAY_UNSPECIFIED value */
                DELAY_UNSPECIFIED = 0,

                /** MINIMAL value */
                MINIMAL = 1,

                /** LOW value */
                LOW = 2,

                /** MEDIUM value */
                MEDIUM = 3,

                /** HIGH value */
                HIGH = 4,

                /** XHIGH value */
                XHIGH = 5
            }
        }

        /**
         * Properties of a HearInput.
         * @deprecated Use parley.v1.HearInput.$Properties instead.
         */
        interface IHearInput extends parley.v1.HearInput.$Properties {
        }

        /** Represents a HearInput. */
        class HearInput {

            /**
             * Constructs a new HearInput.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.HearInput.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HearInput audio. */
            audio?: (parley.v1.AudioFrame.$Properties|null);

            /** HearInput configure. */
            configure?: (parley.v1.HearConfig.$Properties|null);

            /** HearInput commit. */
            commit?: (parley.v1.CommitUtterance.$Properties|null);

            /** HearInput clear. */
            clear?: (parley.v1.ClearAudio.$Properties|null);

            /** HearInput assistant. */
            assistant?: (parley.v1.AssistantSpeech.$Properties|null);

            /** HearInput input. */
            input?: ("audio"|"configure"|"commit"|"clear"|"assistant");

            /**
             * Encodes the specified HearInput message. Does not implicitly {@link parley.v1.HearInput.verify|verify} messages.
             * @param message HearInput message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.HearInput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HearInput message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.HearInput & parley.v1.HearInput.$Shape} HearInput
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.HearInput & parley.v1.HearInput.$Shape;
        }

        namespace HearInput {

            /** Properties of a HearInput. */
            interface $Properties {

                /** HearInput audio */
                audio?: (parley.v1.AudioFrame.$Properties|null);

                /** HearInput configure */
                configure?: (parley.v1.HearConfig.$Properties|null);

                /** HearInput commit */
                commit?: (parley.v1.CommitUtterance.$Properties|null);

                /** HearInput clear */
                clear?: (parley.v1.ClearAudio.$Properties|null);

                /** HearInput assistant */
                assistant?: (parley.v1.AssistantSpeech.$Properties|null);

                /** HearInput input */
                input?: ("audio"|"configure"|"commit"|"clear"|"assistant");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a HearInput. */
            type $Shape = {
              audio?: parley.v1.AudioFrame.$Shape|null;
              configure?: parley.v1.HearConfig.$Shape|null;
              commit?: parley.v1.CommitUtterance.$Shape|null;
              clear?: parley.v1.ClearAudio.$Shape|null;
              assistant?: parley.v1.AssistantSpeech.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ input?: undefined; audio?: null; configure?: null; commit?: null; clear?: null; assistant?: null }|{ input?: "audio"; audio: parley.v1.AudioFrame.$Shape; configure?: null; commit?: null; clear?: null; assistant?: null }|{ input?: "configure"; audio?: null; configure: parley.v1.HearConfig.$Shape; commit?: null; clear?: null; assistant?: null }|{ input?: "commit"; audio?: null; configure?: null; commit: parley.v1.CommitUtterance.$Shape; clear?: null; assistant?: null }|{ input?: "clear"; audio?: null; configure?: null; commit?: null; clear: parley.v1.ClearAudio.$Shape; assistant?: null }|{ input?: "assistant"; audio?: null; configure?: null; commit?: null; clear?: null; assistant: parley.v1.AssistantSpeech.$Shape })
            );
        }

        /**
         * Properties of an AssistantSpeech.
         * @deprecated Use parley.v1.AssistantSpeech.$Properties instead.
         */
        interface IAssistantSpeech extends parley.v1.AssistantSpeech.$Properties {
        }

        /** Represents an AssistantSpeech. */
        class AssistantSpeech {

            /**
             * Constructs a new AssistantSpeech.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.AssistantSpeech.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AssistantSpeech speaking. */
            speaking: boolean;

            /**
             * Encodes the specified AssistantSpeech message. Does not implicitly {@link parley.v1.AssistantSpeech.verify|verify} messages.
             * @param message AssistantSpeech message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.AssistantSpeech.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AssistantSpeech message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.AssistantSpeech & parley.v1.AssistantSpeech.$Shape} AssistantSpeech
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.AssistantSpeech & parley.v1.AssistantSpeech.$Shape;
        }

        namespace AssistantSpeech {

            /** Properties of an AssistantSpeech. */
            interface $Properties {

                /** AssistantSpeech speaking */
                speaking?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AssistantSpeech. */
            type $Shape = parley.v1.AssistantSpeech.$Properties;
        }

        /**
         * Properties of a CommitUtterance.
         * @deprecated Use parley.v1.CommitUtterance.$Properties instead.
         */
        interface ICommitUtterance extends parley.v1.CommitUtterance.$Properties {
        }

        /** Represents a CommitUtterance. */
        class CommitUtterance {

            /**
             * Constructs a new CommitUtterance.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.CommitUtterance.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommitUtterance utterance. */
            utterance: number;

            /** CommitUtterance startSample. */
            startSample: number;

            /** CommitUtterance endSample. */
            endSample: number;

            /**
             * Encodes the specified CommitUtterance message. Does not implicitly {@link parley.v1.CommitUtterance.verify|verify} messages.
             * @param message CommitUtterance message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.CommitUtterance.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommitUtterance message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.CommitUtterance & parley.v1.CommitUtterance.$Shape} CommitUtterance
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.CommitUtterance & parley.v1.CommitUtterance.$Shape;
        }

        namespace CommitUtterance {

            /** Properties of a CommitUtterance. */
            interface $Properties {

                /** CommitUtterance utterance */
                utterance?: (number|null);

                /** CommitUtterance startSample */
                startSample?: (number|null);

                /** CommitUtterance endSample */
                endSample?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommitUtterance. */
            type $Shape = parley.v1.CommitUtterance.$Properties;
        }

        /**
         * Properties of a ClearAudio.
         * @deprecated Use parley.v1.ClearAudio.$Properties instead.
         */
        interface IClearAudio extends parley.v1.ClearAudio.$Properties {
        }

        /** Represents a ClearAudio. */
        class ClearAudio {

            /**
             * Constructs a new ClearAudio.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ClearAudio.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClearAudio upToSample. */
            upToSample: number;

            /**
             * Encodes the specified ClearAudio message. Does not implicitly {@link parley.v1.ClearAudio.verify|verify} messages.
             * @param message ClearAudio message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ClearAudio.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClearAudio message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ClearAudio & parley.v1.ClearAudio.$Shape} ClearAudio
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ClearAudio & parley.v1.ClearAudio.$Shape;
        }

        namespace ClearAudio {

            /** Properties of a ClearAudio. */
            interface $Properties {

                /** ClearAudio upToSample */
                upToSample?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClearAudio. */
            type $Shape = parley.v1.ClearAudio.$Properties;
        }

        /**
         * Properties of a HearingEvent.
         * @deprecated Use parley.v1.HearingEvent.$Properties instead.
         */
        interface IHearingEvent extends parley.v1.HearingEvent.$Properties {
        }

        /** Represents a HearingEvent. */
        class HearingEvent {

            /**
             * Constructs a new HearingEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.HearingEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HearingEvent speechStarted. */
            speechStarted?: (parley.v1.SpeechStarted.$Properties|null);

            /** HearingEvent speechStopped. */
            speechStopped?: (parley.v1.SpeechStopped.$Properties|null);

            /** HearingEvent turnCandidate. */
            turnCandidate?: (parley.v1.TurnCandidate.$Properties|null);

            /** HearingEvent turnCommitted. */
            turnCommitted?: (parley.v1.TurnCommitted.$Properties|null);

            /** HearingEvent turnReopened. */
            turnReopened?: (parley.v1.TurnReopened.$Properties|null);

            /** HearingEvent partial. */
            partial?: (parley.v1.PartialTranscript.$Properties|null);

            /** HearingEvent final. */
            final?: (parley.v1.FinalTranscript.$Properties|null);

            /** HearingEvent failed. */
            failed?: (parley.v1.TranscriptFailed.$Properties|null);

            /** HearingEvent speechPaused. */
            speechPaused?: (parley.v1.SpeechPaused.$Properties|null);

            /** HearingEvent speechResumed. */
            speechResumed?: (parley.v1.SpeechResumed.$Properties|null);

            /** HearingEvent heardTo. */
            heardTo?: (parley.v1.HeardTo.$Properties|null);

            /** HearingEvent event. */
            event?: ("speechStarted"|"speechStopped"|"turnCandidate"|"turnCommitted"|"turnReopened"|"partial"|"final"|"failed"|"speechPaused"|"speechResumed"|"heardTo");

            /**
             * Encodes the specified HearingEvent message. Does not implicitly {@link parley.v1.HearingEvent.verify|verify} messages.
             * @param message HearingEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.HearingEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HearingEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.HearingEvent & parley.v1.HearingEvent.$Shape} HearingEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.HearingEvent & parley.v1.HearingEvent.$Shape;
        }

        namespace HearingEvent {

            /** Properties of a HearingEvent. */
            interface $Properties {

                /** HearingEvent speechStarted */
                speechStarted?: (parley.v1.SpeechStarted.$Properties|null);

                /** HearingEvent speechStopped */
                speechStopped?: (parley.v1.SpeechStopped.$Properties|null);

                /** HearingEvent turnCandidate */
                turnCandidate?: (parley.v1.TurnCandidate.$Properties|null);

                /** HearingEvent turnCommitted */
                turnCommitted?: (parley.v1.TurnCommitted.$Properties|null);

                /** HearingEvent turnReopened */
                turnReopened?: (parley.v1.TurnReopened.$Properties|null);

                /** HearingEvent partial */
                partial?: (parley.v1.PartialTranscript.$Properties|null);

                /** HearingEvent final */
                final?: (parley.v1.FinalTranscript.$Properties|null);

                /** HearingEvent failed */
                failed?: (parley.v1.TranscriptFailed.$Properties|null);

                /** HearingEvent speechPaused */
                speechPaused?: (parley.v1.SpeechPaused.$Properties|null);

                /** HearingEvent speechResumed */
                speechResumed?: (parley.v1.SpeechResumed.$Properties|null);

                /** HearingEvent heardTo */
                heardTo?: (parley.v1.HeardTo.$Properties|null);

                /** HearingEvent event */
                event?: ("speechStarted"|"speechStopped"|"turnCandidate"|"turnCommitted"|"turnReopened"|"partial"|"final"|"failed"|"speechPaused"|"speechResumed"|"heardTo");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a HearingEvent. */
            type $Shape = {
              speechStarted?: parley.v1.SpeechStarted.$Shape|null;
              speechStopped?: parley.v1.SpeechStopped.$Shape|null;
              turnCandidate?: parley.v1.TurnCandidate.$Shape|null;
              turnCommitted?: parley.v1.TurnCommitted.$Shape|null;
              turnReopened?: parley.v1.TurnReopened.$Shape|null;
              partial?: parley.v1.PartialTranscript.$Shape|null;
              final?: parley.v1.FinalTranscript.$Shape|null;
              failed?: parley.v1.TranscriptFailed.$Shape|null;
              speechPaused?: parley.v1.SpeechPaused.$Shape|null;
              speechResumed?: parley.v1.SpeechResumed.$Shape|null;
              heardTo?: parley.v1.HeardTo.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ event?: undefined; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "speechStarted"; speechStarted: parley.v1.SpeechStarted.$Shape; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "speechStopped"; speechStarted?: null; speechStopped: parley.v1.SpeechStopped.$Shape; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "turnCandidate"; speechStarted?: null; speechStopped?: null; turnCandidate: parley.v1.TurnCandidate.$Shape; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "turnCommitted"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted: parley.v1.TurnCommitted.$Shape; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "turnReopened"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened: parley.v1.TurnReopened.$Shape; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "partial"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial: parley.v1.PartialTranscript.$Shape; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "final"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final: parley.v1.FinalTranscript.$Shape; failed?: null; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "failed"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed: parley.v1.TranscriptFailed.$Shape; speechPaused?: null; speechResumed?: null; heardTo?: null }|{ event?: "speechPaused"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused: parley.v1.SpeechPaused.$Shape; speechResumed?: null; heardTo?: null }|{ event?: "speechResumed"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed: parley.v1.SpeechResumed.$Shape; heardTo?: null }|{ event?: "heardTo"; speechStarted?: null; speechStopped?: null; turnCandidate?: null; turnCommitted?: null; turnReopened?: null; partial?: null; final?: null; failed?: null; speechPaused?: null; speechResumed?: null; heardTo: parley.v1.HeardTo.$Shape })
            );
        }

        /**
         * Properties of a SpeechStarted.
         * @deprecated Use parley.v1.SpeechStarted.$Properties instead.
         */
        interface ISpeechStarted extends parley.v1.SpeechStarted.$Properties {
        }

        /** Represents a SpeechStarted. */
        class SpeechStarted {

            /**
             * Constructs a new SpeechStarted.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeechStarted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeechStarted utterance. */
            utterance: number;

            /** SpeechStarted startSample. */
            startSample: number;

            /** SpeechStarted continues. */
            continues: number;

            /**
             * Encodes the specified SpeechStarted message. Does not implicitly {@link parley.v1.SpeechStarted.verify|verify} messages.
             * @param message SpeechStarted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeechStarted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeechStarted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeechStarted & parley.v1.SpeechStarted.$Shape} SpeechStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeechStarted & parley.v1.SpeechStarted.$Shape;
        }

        namespace SpeechStarted {

            /** Properties of a SpeechStarted. */
            interface $Properties {

                /** SpeechStarted utterance */
                utterance?: (number|null);

                /** SpeechStarted startSample */
                startSample?: (number|null);

                /** SpeechStarted continues */
                continues?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpeechStarted. */
            type $Shape = parley.v1.SpeechStarted.$Properties;
        }

        /**
         * Properties of a SpeechStopped.
         * @deprecated Use parley.v1.SpeechStopped.$Properties instead.
         */
        interface ISpeechStopped extends parley.v1.SpeechStopped.$Properties {
        }

        /** Represents a SpeechStopped. */
        class SpeechStopped {

            /**
             * Constructs a new SpeechStopped.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeechStopped.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeechStopped utterance. */
            utterance: number;

            /** SpeechStopped endSample. */
            endSample: number;

            /** SpeechStopped speechEndSample. */
            speechEndSample: number;

            /**
             * Encodes the specified SpeechStopped message. Does not implicitly {@link parley.v1.SpeechStopped.verify|verify} messages.
             * @param message SpeechStopped message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeechStopped.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeechStopped message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeechStopped & parley.v1.SpeechStopped.$Shape} SpeechStopped
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeechStopped & parley.v1.SpeechStopped.$Shape;
        }

        namespace SpeechStopped {

            /** Properties of a SpeechStopped. */
            interface $Properties {

                /** SpeechStopped utterance */
                utterance?: (number|null);

                /** SpeechStopped endSample */
                endSample?: (number|null);

                /** SpeechStopped speechEndSample */
                speechEndSample?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpeechStopped. */
            type $Shape = parley.v1.SpeechStopped.$Properties;
        }

        /**
         * Properties of a SpeechPaused.
         * @deprecated Use parley.v1.SpeechPaused.$Properties instead.
         */
        interface ISpeechPaused extends parley.v1.SpeechPaused.$Properties {
        }

        /** Represents a SpeechPaused. */
        class SpeechPaused {

            /**
             * Constructs a new SpeechPaused.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeechPaused.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeechPaused utterance. */
            utterance: number;

            /** SpeechPaused speechEndSample. */
            speechEndSample: number;

            /** SpeechPaused speechMs. */
            speechMs: number;

            /**
             * Encodes the specified SpeechPaused message. Does not implicitly {@link parley.v1.SpeechPaused.verify|verify} messages.
             * @param message SpeechPaused message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeechPaused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeechPaused message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeechPaused & parley.v1.SpeechPaused.$Shape} SpeechPaused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeechPaused & parley.v1.SpeechPaused.$Shape;
        }

        namespace SpeechPaused {

            /** Properties of a SpeechPaused. */
            interface $Properties {

                /** SpeechPaused utterance */
                utterance?: (number|null);

                /** SpeechPaused speechEndSample */
                speechEndSample?: (number|null);

                /** SpeechPaused speechMs */
                speechMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpeechPaused. */
            type $Shape = parley.v1.SpeechPaused.$Properties;
        }

        /**
         * Properties of a SpeechResumed.
         * @deprecated Use parley.v1.SpeechResumed.$Properties instead.
         */
        interface ISpeechResumed extends parley.v1.SpeechResumed.$Properties {
        }

        /** Represents a SpeechResumed. */
        class SpeechResumed {

            /**
             * Constructs a new SpeechResumed.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeechResumed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeechResumed utterance. */
            utterance: number;

            /**
             * Encodes the specified SpeechResumed message. Does not implicitly {@link parley.v1.SpeechResumed.verify|verify} messages.
             * @param message SpeechResumed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeechResumed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeechResumed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeechResumed & parley.v1.SpeechResumed.$Shape} SpeechResumed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeechResumed & parley.v1.SpeechResumed.$Shape;
        }

        namespace SpeechResumed {

            /** Properties of a SpeechResumed. */
            interface $Properties {

                /** SpeechResumed utterance */
                utterance?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpeechResumed. */
            type $Shape = parley.v1.SpeechResumed.$Properties;
        }

        /**
         * Properties of a TurnCandidate.
         * @deprecated Use parley.v1.TurnCandidate.$Properties instead.
         */
        interface ITurnCandidate extends parley.v1.TurnCandidate.$Properties {
        }

        /** Represents a TurnCandidate. */
        class TurnCandidate {

            /**
             * Constructs a new TurnCandidate.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.TurnCandidate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TurnCandidate utterance. */
            utterance: number;

            /** TurnCandidate revision. */
            revision: number;

            /** TurnCandidate endSample. */
            endSample: number;

            /** TurnCandidate text. */
            text: string;

            /** TurnCandidate language. */
            language: string;

            /** TurnCandidate probability. */
            probability: number;

            /**
             * Encodes the specified TurnCandidate message. Does not implicitly {@link parley.v1.TurnCandidate.verify|verify} messages.
             * @param message TurnCandidate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.TurnCandidate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TurnCandidate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.TurnCandidate & parley.v1.TurnCandidate.$Shape} TurnCandidate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.TurnCandidate & parley.v1.TurnCandidate.$Shape;
        }

        namespace TurnCandidate {

            /** Properties of a TurnCandidate. */
            interface $Properties {

                /** TurnCandidate utterance */
                utterance?: (number|null);

                /** TurnCandidate revision */
                revision?: (number|null);

                /** TurnCandidate endSample */
                endSample?: (number|null);

                /** TurnCandidate text */
                text?: (string|null);

                /** TurnCandidate language */
                language?: (string|null);

                /** TurnCandidate probability */
                probability?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TurnCandidate. */
            type $Shape = parley.v1.TurnCandidate.$Properties;
        }

        /**
         * Properties of a TurnCommitted.
         * @deprecated Use parley.v1.TurnCommitted.$Properties instead.
         */
        interface ITurnCommitted extends parley.v1.TurnCommitted.$Properties {
        }

        /** Represents a TurnCommitted. */
        class TurnCommitted {

            /**
             * Constructs a new TurnCommitted.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.TurnCommitted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TurnCommitted utterance. */
            utterance: number;

            /** TurnCommitted revision. */
            revision: number;

            /** TurnCommitted startSample. */
            startSample: number;

            /** TurnCommitted endSample. */
            endSample: number;

            /**
             * Encodes the specified TurnCommitted message. Does not implicitly {@link parley.v1.TurnCommitted.verify|verify} messages.
             * @param message TurnCommitted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.TurnCommitted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TurnCommitted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.TurnCommitted & parley.v1.TurnCommitted.$Shape} TurnCommitted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.TurnCommitted & parley.v1.TurnCommitted.$Shape;
        }

        namespace TurnCommitted {

            /** Properties of a TurnCommitted. */
            interface $Properties {

                /** TurnCommitted utterance */
                utterance?: (number|null);

                /** TurnCommitted revision */
                revision?: (number|null);

                /** TurnCommitted startSample */
                startSample?: (number|null);

                /** TurnCommitted endSample */
                endSample?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TurnCommitted. */
            type $Shape = parley.v1.TurnCommitted.$Properties;
        }

        /**
         * Properties of a TurnReopened.
         * @deprecated Use parley.v1.TurnReopened.$Properties instead.
         */
        interface ITurnReopened extends parley.v1.TurnReopened.$Properties {
        }

        /** Represents a TurnReopened. */
        class TurnReopened {

            /**
             * Constructs a new TurnReopened.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.TurnReopened.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TurnReopened utterance. */
            utterance: number;

            /** TurnReopened revision. */
            revision: number;

            /**
             * Encodes the specified TurnReopened message. Does not implicitly {@link parley.v1.TurnReopened.verify|verify} messages.
             * @param message TurnReopened message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.TurnReopened.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TurnReopened message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.TurnReopened & parley.v1.TurnReopened.$Shape} TurnReopened
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.TurnReopened & parley.v1.TurnReopened.$Shape;
        }

        namespace TurnReopened {

            /** Properties of a TurnReopened. */
            interface $Properties {

                /** TurnReopened utterance */
                utterance?: (number|null);

                /** TurnReopened revision */
                revision?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TurnReopened. */
            type $Shape = parley.v1.TurnReopened.$Properties;
        }

        /**
         * Properties of a PartialTranscript.
         * @deprecated Use parley.v1.PartialTranscript.$Properties instead.
         */
        interface IPartialTranscript extends parley.v1.PartialTranscript.$Properties {
        }

        /** Represents a PartialTranscript. */
        class PartialTranscript {

            /**
             * Constructs a new PartialTranscript.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.PartialTranscript.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PartialTranscript utterance. */
            utterance: number;

            /** PartialTranscript text. */
            text: string;

            /** PartialTranscript stableChars. */
            stableChars: number;

            /** PartialTranscript heardToSample. */
            heardToSample: number;

            /** PartialTranscript endProbability. */
            endProbability: number;

            /**
             * Encodes the specified PartialTranscript message. Does not implicitly {@link parley.v1.PartialTranscript.verify|verify} messages.
             * @param message PartialTranscript message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.PartialTranscript.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PartialTranscript message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.PartialTranscript & parley.v1.PartialTranscript.$Shape} PartialTranscript
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.PartialTranscript & parley.v1.PartialTranscript.$Shape;
        }

        namespace PartialTranscript {

            /** Properties of a PartialTranscript. */
            interface $Properties {

                /** PartialTranscript utterance */
                utterance?: (number|null);

                /** PartialTranscript text */
                text?: (string|null);

                /** PartialTranscript stableChars */
                stableChars?: (number|null);

                /** PartialTranscript heardToSample */
                heardToSample?: (number|null);

                /** PartialTranscript endProbability */
                endProbability?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PartialTranscript. */
            type $Shape = parley.v1.PartialTranscript.$Properties;
        }

        /**
         * Properties of a FinalTranscript.
         * @deprecated Use parley.v1.FinalTranscript.$Properties instead.
         */
        interface IFinalTranscript extends parley.v1.FinalTranscript.$Properties {
        }

        /** Represents a FinalTranscript. */
        class FinalTranscript {

            /**
             * Constructs a new FinalTranscript.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.FinalTranscript.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FinalTranscript utterance. */
            utterance: number;

            /** FinalTranscript revision. */
            revision: number;

            /** FinalTranscript text. */
            text: string;

            /** FinalTranscript language. */
            language: string;

            /** FinalTranscript words. */
            words: parley.v1.WordTime.$Properties[];

            /** FinalTranscript confidence. */
            confidence: number;

            /** FinalTranscript engine. */
            engine: string;

            /** FinalTranscript decodeMs. */
            decodeMs: number;

            /** FinalTranscript audioMs. */
            audioMs: number;

            /** FinalTranscript waitedMs. */
            waitedMs: number;

            /**
             * Encodes the specified FinalTranscript message. Does not implicitly {@link parley.v1.FinalTranscript.verify|verify} messages.
             * @param message FinalTranscript message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.FinalTranscript.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FinalTranscript message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.FinalTranscript & parley.v1.FinalTranscript.$Shape} FinalTranscript
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.FinalTranscript & parley.v1.FinalTranscript.$Shape;
        }

        namespace FinalTranscript {

            /** Properties of a FinalTranscript. */
            interface $Properties {

                /** FinalTranscript utterance */
                utterance?: (number|null);

                /** FinalTranscript revision */
                revision?: (number|null);

                /** FinalTranscript text */
                text?: (string|null);

                /** FinalTranscript language */
                language?: (string|null);

                /** FinalTranscript words */
                words?: (parley.v1.WordTime.$Properties[]|null);

                /** FinalTranscript confidence */
                confidence?: (number|null);

                /** FinalTranscript engine */
                engine?: (string|null);

                /** FinalTranscript decodeMs */
                decodeMs?: (number|null);

                /** FinalTranscript audioMs */
                audioMs?: (number|null);

                /** FinalTranscript waitedMs */
                waitedMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FinalTranscript. */
            type $Shape = parley.v1.FinalTranscript.$Properties;
        }

        /**
         * Properties of a TranscriptFailed.
         * @deprecated Use parley.v1.TranscriptFailed.$Properties instead.
         */
        interface ITranscriptFailed extends parley.v1.TranscriptFailed.$Properties {
        }

        /** Represents a TranscriptFailed. */
        class TranscriptFailed {

            /**
             * Constructs a new TranscriptFailed.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.TranscriptFailed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TranscriptFailed utterance. */
            utterance: number;

            /** TranscriptFailed revision. */
            revision: number;

            /** TranscriptFailed code. */
            code: string;

            /** TranscriptFailed message. */
            message: string;

            /**
             * Encodes the specified TranscriptFailed message. Does not implicitly {@link parley.v1.TranscriptFailed.verify|verify} messages.
             * @param message TranscriptFailed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.TranscriptFailed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TranscriptFailed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.TranscriptFailed & parley.v1.TranscriptFailed.$Shape} TranscriptFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.TranscriptFailed & parley.v1.TranscriptFailed.$Shape;
        }

        namespace TranscriptFailed {

            /** Properties of a TranscriptFailed. */
            interface $Properties {

                /** TranscriptFailed utterance */
                utterance?: (number|null);

                /** TranscriptFailed revision */
                revision?: (number|null);

                /** TranscriptFailed code */
                code?: (string|null);

                /** TranscriptFailed message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TranscriptFailed. */
            type $Shape = parley.v1.TranscriptFailed.$Properties;
        }

        /**
         * Properties of a ListRecognizersRequest.
         * @deprecated Use parley.v1.ListRecognizersRequest.$Properties instead.
         */
        interface IListRecognizersRequest extends parley.v1.ListRecognizersRequest.$Properties {
        }

        /** Represents a ListRecognizersRequest. */
        class ListRecognizersRequest {

            /**
             * Constructs a new ListRecognizersRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListRecognizersRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified ListRecognizersRequest message. Does not implicitly {@link parley.v1.ListRecognizersRequest.verify|verify} messages.
             * @param message ListRecognizersRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListRecognizersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListRecognizersRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListRecognizersRequest & parley.v1.ListRecognizersRequest.$Shape} ListRecognizersRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListRecognizersRequest & parley.v1.ListRecognizersRequest.$Shape;
        }

        namespace ListRecognizersRequest {

            /** Properties of a ListRecognizersRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListRecognizersRequest. */
            type $Shape = parley.v1.ListRecognizersRequest.$Properties;
        }

        /**
         * Properties of a ListRecognizersReply.
         * @deprecated Use parley.v1.ListRecognizersReply.$Properties instead.
         */
        interface IListRecognizersReply extends parley.v1.ListRecognizersReply.$Properties {
        }

        /** Represents a ListRecognizersReply. */
        class ListRecognizersReply {

            /**
             * Constructs a new ListRecognizersReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListRecognizersReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListRecognizersReply recognizers. */
            recognizers: parley.v1.RecognizerInfo.$Properties[];

            /**
             * Encodes the specified ListRecognizersReply message. Does not implicitly {@link parley.v1.ListRecognizersReply.verify|verify} messages.
             * @param message ListRecognizersReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListRecognizersReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListRecognizersReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListRecognizersReply & parley.v1.ListRecognizersReply.$Shape} ListRecognizersReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListRecognizersReply & parley.v1.ListRecognizersReply.$Shape;
        }

        namespace ListRecognizersReply {

            /** Properties of a ListRecognizersReply. */
            interface $Properties {

                /** ListRecognizersReply recognizers */
                recognizers?: (parley.v1.RecognizerInfo.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListRecognizersReply. */
            type $Shape = parley.v1.ListRecognizersReply.$Properties;
        }

        /**
         * Properties of a RecognizerInfo.
         * @deprecated Use parley.v1.RecognizerInfo.$Properties instead.
         */
        interface IRecognizerInfo extends parley.v1.RecognizerInfo.$Properties {
        }

        /** Represents a RecognizerInfo. */
        class RecognizerInfo {

            /**
             * Constructs a new RecognizerInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.RecognizerInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RecognizerInfo id. */
            id: string;

            /** RecognizerInfo languages. */
            languages: string[];

            /** RecognizerInfo isDefault. */
            isDefault: boolean;

            /**
             * Encodes the specified RecognizerInfo message. Does not implicitly {@link parley.v1.RecognizerInfo.verify|verify} messages.
             * @param message RecognizerInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.RecognizerInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RecognizerInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.RecognizerInfo & parley.v1.RecognizerInfo.$Shape} RecognizerInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.RecognizerInfo & parley.v1.RecognizerInfo.$Shape;
        }

        namespace RecognizerInfo {

            /** Properties of a RecognizerInfo. */
            interface $Properties {

                /** RecognizerInfo id */
                id?: (string|null);

                /** RecognizerInfo languages */
                languages?: (string[]|null);

                /** RecognizerInfo isDefault */
                isDefault?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RecognizerInfo. */
            type $Shape = parley.v1.RecognizerInfo.$Properties;
        }

        /**
         * Properties of a HeardTo.
         * @deprecated Use parley.v1.HeardTo.$Properties instead.
         */
        interface IHeardTo extends parley.v1.HeardTo.$Properties {
        }

        /** Represents a HeardTo. */
        class HeardTo {

            /**
             * Constructs a new HeardTo.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.HeardTo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HeardTo sample. */
            sample: number;

            /**
             * Encodes the specified HeardTo message. Does not implicitly {@link parley.v1.HeardTo.verify|verify} messages.
             * @param message HeardTo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.HeardTo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HeardTo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.HeardTo & parley.v1.HeardTo.$Shape} HeardTo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.HeardTo & parley.v1.HeardTo.$Shape;
        }

        namespace HeardTo {

            /** Properties of a HeardTo. */
            interface $Properties {

                /** HeardTo sample */
                sample?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HeardTo. */
            type $Shape = parley.v1.HeardTo.$Properties;
        }

        /**
         * Properties of a RememberRequest.
         * @deprecated Use parley.v1.RememberRequest.$Properties instead.
         */
        interface IRememberRequest extends parley.v1.RememberRequest.$Properties {
        }

        /** Represents a RememberRequest. */
        class RememberRequest {

            /**
             * Constructs a new RememberRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.RememberRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RememberRequest model. */
            model: string;

            /** RememberRequest memory. */
            memory?: (parley.v1.Memory.$Properties|null);

            /** RememberRequest messages. */
            messages: parley.v1.ChatMessage.$Properties[];

            /** RememberRequest maxFacts. */
            maxFacts: number;

            /** RememberRequest maxLength. */
            maxLength: number;

            /** RememberRequest language. */
            language: string;

            /** RememberRequest template. */
            template: string;

            /** RememberRequest user. */
            user: string;

            /** RememberRequest metadataJson. */
            metadataJson: string;

            /**
             * Encodes the specified RememberRequest message. Does not implicitly {@link parley.v1.RememberRequest.verify|verify} messages.
             * @param message RememberRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.RememberRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RememberRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.RememberRequest & parley.v1.RememberRequest.$Shape} RememberRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.RememberRequest & parley.v1.RememberRequest.$Shape;
        }

        namespace RememberRequest {

            /** Properties of a RememberRequest. */
            interface $Properties {

                /** RememberRequest model */
                model?: (string|null);

                /** RememberRequest memory */
                memory?: (parley.v1.Memory.$Properties|null);

                /** RememberRequest messages */
                messages?: (parley.v1.ChatMessage.$Properties[]|null);

                /** RememberRequest maxFacts */
                maxFacts?: (number|null);

                /** RememberRequest maxLength */
                maxLength?: (number|null);

                /** RememberRequest language */
                language?: (string|null);

                /** RememberRequest template */
                template?: (string|null);

                /** RememberRequest user */
                user?: (string|null);

                /** RememberRequest metadataJson */
                metadataJson?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RememberRequest. */
            type $Shape = parley.v1.RememberRequest.$Properties;
        }

        /**
         * Properties of a RememberReply.
         * @deprecated Use parley.v1.RememberReply.$Properties instead.
         */
        interface IRememberReply extends parley.v1.RememberReply.$Properties {
        }

        /** Represents a RememberReply. */
        class RememberReply {

            /**
             * Constructs a new RememberReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.RememberReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RememberReply remembered. */
            remembered?: (parley.v1.Remembered.$Properties|null);

            /** RememberReply failed. */
            failed?: (parley.v1.GenerationFailed.$Properties|null);

            /** RememberReply reply. */
            reply?: ("remembered"|"failed");

            /**
             * Encodes the specified RememberReply message. Does not implicitly {@link parley.v1.RememberReply.verify|verify} messages.
             * @param message RememberReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.RememberReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RememberReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.RememberReply & parley.v1.RememberReply.$Shape} RememberReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.RememberReply & parley.v1.RememberReply.$Shape;
        }

        namespace RememberReply {

            /** Properties of a RememberReply. */
            interface $Properties {

                /** RememberReply remembered */
                remembered?: (parley.v1.Remembered.$Properties|null);

                /** RememberReply failed */
                failed?: (parley.v1.GenerationFailed.$Properties|null);

                /** RememberReply reply */
                reply?: ("remembered"|"failed");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a RememberReply. */
            type $Shape = {
              remembered?: parley.v1.Remembered.$Shape|null;
              failed?: parley.v1.GenerationFailed.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ reply?: undefined; remembered?: null; failed?: null }|{ reply?: "remembered"; remembered: parley.v1.Remembered.$Shape; failed?: null }|{ reply?: "failed"; remembered?: null; failed: parley.v1.GenerationFailed.$Shape })
            );
        }

        /**
         * Properties of a Remembered.
         * @deprecated Use parley.v1.Remembered.$Properties instead.
         */
        interface IRemembered extends parley.v1.Remembered.$Properties {
        }

        /** Represents a Remembered. */
        class Remembered {

            /**
             * Constructs a new Remembered.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Remembered.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Remembered memory. */
            memory?: (parley.v1.Memory.$Properties|null);

            /** Remembered usage. */
            usage?: (parley.v1.TokenUsage.$Properties|null);

            /** Remembered model. */
            model: string;

            /** Remembered attempts. */
            attempts: parley.v1.Attempt.$Properties[];

            /**
             * Encodes the specified Remembered message. Does not implicitly {@link parley.v1.Remembered.verify|verify} messages.
             * @param message Remembered message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Remembered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Remembered message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Remembered & parley.v1.Remembered.$Shape} Remembered
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Remembered & parley.v1.Remembered.$Shape;
        }

        namespace Remembered {

            /** Properties of a Remembered. */
            interface $Properties {

                /** Remembered memory */
                memory?: (parley.v1.Memory.$Properties|null);

                /** Remembered usage */
                usage?: (parley.v1.TokenUsage.$Properties|null);

                /** Remembered model */
                model?: (string|null);

                /** Remembered attempts */
                attempts?: (parley.v1.Attempt.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Remembered. */
            type $Shape = parley.v1.Remembered.$Properties;
        }

        /**
         * Properties of a SpeakOpen.
         * @deprecated Use parley.v1.SpeakOpen.$Properties instead.
         */
        interface ISpeakOpen extends parley.v1.SpeakOpen.$Properties {
        }

        /** Represents a SpeakOpen. */
        class SpeakOpen {

            /**
             * Constructs a new SpeakOpen.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeakOpen.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeakOpen voice. */
            voice: string;

            /**
             * Encodes the specified SpeakOpen message. Does not implicitly {@link parley.v1.SpeakOpen.verify|verify} messages.
             * @param message SpeakOpen message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeakOpen.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeakOpen message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeakOpen & parley.v1.SpeakOpen.$Shape} SpeakOpen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeakOpen & parley.v1.SpeakOpen.$Shape;
        }

        namespace SpeakOpen {

            /** Properties of a SpeakOpen. */
            interface $Properties {

                /** SpeakOpen voice */
                voice?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpeakOpen. */
            type $Shape = parley.v1.SpeakOpen.$Properties;
        }

        /**
         * Properties of a SpeakInput.
         * @deprecated Use parley.v1.SpeakInput.$Properties instead.
         */
        interface ISpeakInput extends parley.v1.SpeakInput.$Properties {
        }

        /** Represents a SpeakInput. */
        class SpeakInput {

            /**
             * Constructs a new SpeakInput.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeakInput.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeakInput begin. */
            begin?: (parley.v1.SpeakBegin.$Properties|null);

            /** SpeakInput text. */
            text?: (parley.v1.SpeakText.$Properties|null);

            /** SpeakInput finish. */
            finish?: (parley.v1.SpeakFinish.$Properties|null);

            /** SpeakInput input. */
            input?: ("begin"|"text"|"finish");

            /**
             * Encodes the specified SpeakInput message. Does not implicitly {@link parley.v1.SpeakInput.verify|verify} messages.
             * @param message SpeakInput message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeakInput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeakInput message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeakInput & parley.v1.SpeakInput.$Shape} SpeakInput
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeakInput & parley.v1.SpeakInput.$Shape;
        }

        namespace SpeakInput {

            /** Properties of a SpeakInput. */
            interface $Properties {

                /** SpeakInput begin */
                begin?: (parley.v1.SpeakBegin.$Properties|null);

                /** SpeakInput text */
                text?: (parley.v1.SpeakText.$Properties|null);

                /** SpeakInput finish */
                finish?: (parley.v1.SpeakFinish.$Properties|null);

                /** SpeakInput input */
                input?: ("begin"|"text"|"finish");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a SpeakInput. */
            type $Shape = {
              begin?: parley.v1.SpeakBegin.$Shape|null;
              text?: parley.v1.SpeakText.$Shape|null;
              finish?: parley.v1.SpeakFinish.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ input?: undefined; begin?: null; text?: null; finish?: null }|{ input?: "begin"; begin: parley.v1.SpeakBegin.$Shape; text?: null; finish?: null }|{ input?: "text"; begin?: null; text: parley.v1.SpeakText.$Shape; finish?: null }|{ input?: "finish"; begin?: null; text?: null; finish: parley.v1.SpeakFinish.$Shape })
            );
        }

        /**
         * Properties of a SpeakBegin.
         * @deprecated Use parley.v1.SpeakBegin.$Properties instead.
         */
        interface ISpeakBegin extends parley.v1.SpeakBegin.$Properties {
        }

        /** Represents a SpeakBegin. */
        class SpeakBegin {

            /**
             * Constructs a new SpeakBegin.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeakBegin.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeakBegin voice. */
            voice: string;

            /** SpeakBegin sampleRate. */
            sampleRate: number;

            /** SpeakBegin speed. */
            speed: number;

            /** SpeakBegin prosody. */
            prosody?: (parley.v1.Prosody.$Properties|null);

            /** SpeakBegin language. */
            language: string;

            /** SpeakBegin perception. */
            perception?: (parley.v1.Perception.$Properties|null);

            /** SpeakBegin wholeSentences. */
            wholeSentences: boolean;

            /**
             * Encodes the specified SpeakBegin message. Does not implicitly {@link parley.v1.SpeakBegin.verify|verify} messages.
             * @param message SpeakBegin message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeakBegin.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeakBegin message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeakBegin & parley.v1.SpeakBegin.$Shape} SpeakBegin
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeakBegin & parley.v1.SpeakBegin.$Shape;
        }

        namespace SpeakBegin {

            /** Properties of a SpeakBegin. */
            interface $Properties {

                /** SpeakBegin voice */
                voice?: (string|null);

                /** SpeakBegin sampleRate */
                sampleRate?: (number|null);

                /** SpeakBegin speed */
                speed?: (number|null);

                /** SpeakBegin prosody */
                prosody?: (parley.v1.Prosody.$Properties|null);

                /** SpeakBegin language */
                language?: (string|null);

                /** SpeakBegin perception */
                perception?: (parley.v1.Perception.$Properties|null);

                /** SpeakBegin wholeSentences */
                wholeSentences?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpeakBegin. */
            type $Shape = parley.v1.SpeakBegin.$Properties;
        }

        /**
         * Properties of a Prosody.
         * @deprecated Use parley.v1.Prosody.$Properties instead.
         */
        interface IProsody extends parley.v1.Prosody.$Properties {
        }

        /** Represents a Prosody. */
        class Prosody {

            /**
             * Constructs a new Prosody.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Prosody.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Prosody rate. */
            rate: number;

            /** Prosody pitchSemitones. */
            pitchSemitones: number;

            /** Prosody volumeDb. */
            volumeDb: number;

            /**
             * Encodes the specified Prosody message. Does not implicitly {@link parley.v1.Prosody.verify|verify} messages.
             * @param message Prosody message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Prosody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Prosody message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Prosody & parley.v1.Prosody.$Shape} Prosody
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Prosody & parley.v1.Prosody.$Shape;
        }

        namespace Prosody {

            /** Properties of a Prosody. */
            interface $Properties {

                /** Prosody rate */
                rate?: (number|null);

                /** Prosody pitchSemitones */
                pitchSemitones?: (number|null);

                /** Prosody volumeDb */
                volumeDb?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Prosody. */
            type $Shape = parley.v1.Prosody.$Properties;
        }

        /**
         * Properties of a SpeakText.
         * @deprecated Use parley.v1.SpeakText.$Properties instead.
         */
        interface ISpeakText extends parley.v1.SpeakText.$Properties {
        }

        /** Represents a SpeakText. */
        class SpeakText {

            /**
             * Constructs a new SpeakText.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeakText.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeakText delta. */
            delta: string;

            /**
             * Encodes the specified SpeakText message. Does not implicitly {@link parley.v1.SpeakText.verify|verify} messages.
             * @param message SpeakText message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeakText.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeakText message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeakText & parley.v1.SpeakText.$Shape} SpeakText
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeakText & parley.v1.SpeakText.$Shape;
        }

        namespace SpeakText {

            /** Properties of a SpeakText. */
            interface $Properties {

                /** SpeakText delta */
                delta?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpeakText. */
            type $Shape = parley.v1.SpeakText.$Properties;
        }

        /**
         * Properties of a SpeakFinish.
         * @deprecated Use parley.v1.SpeakFinish.$Properties instead.
         */
        interface ISpeakFinish extends parley.v1.SpeakFinish.$Properties {
        }

        /** Represents a SpeakFinish. */
        class SpeakFinish {

            /**
             * Constructs a new SpeakFinish.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeakFinish.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified SpeakFinish message. Does not implicitly {@link parley.v1.SpeakFinish.verify|verify} messages.
             * @param message SpeakFinish message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeakFinish.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeakFinish message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeakFinish & parley.v1.SpeakFinish.$Shape} SpeakFinish
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeakFinish & parley.v1.SpeakFinish.$Shape;
        }

        namespace SpeakFinish {

            /** Properties of a SpeakFinish. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpeakFinish. */
            type $Shape = parley.v1.SpeakFinish.$Properties;
        }

        /**
         * Properties of a SpeechEvent.
         * @deprecated Use parley.v1.SpeechEvent.$Properties instead.
         */
        interface ISpeechEvent extends parley.v1.SpeechEvent.$Properties {
        }

        /** Represents a SpeechEvent. */
        class SpeechEvent {

            /**
             * Constructs a new SpeechEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeechEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeechEvent segmentStarted. */
            segmentStarted?: (parley.v1.SegmentStarted.$Properties|null);

            /** SpeechEvent audio. */
            audio?: (parley.v1.SpeechAudio.$Properties|null);

            /** SpeechEvent segmentDone. */
            segmentDone?: (parley.v1.SegmentDone.$Properties|null);

            /** SpeechEvent done. */
            done?: (parley.v1.SpeechDone.$Properties|null);

            /** SpeechEvent failed. */
            failed?: (parley.v1.SpeechFailed.$Properties|null);

            /** SpeechEvent voice. */
            voice?: (parley.v1.SpeechVoice.$Properties|null);

            /** SpeechEvent event. */
            event?: ("segmentStarted"|"audio"|"segmentDone"|"done"|"failed"|"voice");

            /**
             * Encodes the specified SpeechEvent message. Does not implicitly {@link parley.v1.SpeechEvent.verify|verify} messages.
             * @param message SpeechEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeechEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeechEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeechEvent & parley.v1.SpeechEvent.$Shape} SpeechEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeechEvent & parley.v1.SpeechEvent.$Shape;
        }

        namespace SpeechEvent {

            /** Properties of a SpeechEvent. */
            interface $Properties {

                /** SpeechEvent segmentStarted */
                segmentStarted?: (parley.v1.SegmentStarted.$Properties|null);

                /** SpeechEvent audio */
                audio?: (parley.v1.SpeechAudio.$Properties|null);

                /** SpeechEvent segmentDone */
                segmentDone?: (parley.v1.SegmentDone.$Properties|null);

                /** SpeechEvent done */
                done?: (parley.v1.SpeechDone.$Properties|null);

                /** SpeechEvent failed */
                failed?: (parley.v1.SpeechFailed.$Properties|null);

                /** SpeechEvent voice */
                voice?: (parley.v1.SpeechVoice.$Properties|null);

                /** SpeechEvent event */
                event?: ("segmentStarted"|"audio"|"segmentDone"|"done"|"failed"|"voice");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a SpeechEvent. */
            type $Shape = {
              segmentStarted?: parley.v1.SegmentStarted.$Shape|null;
              audio?: parley.v1.SpeechAudio.$Shape|null;
              segmentDone?: parley.v1.SegmentDone.$Shape|null;
              done?: parley.v1.SpeechDone.$Shape|null;
              failed?: parley.v1.SpeechFailed.$Shape|null;
              voice?: parley.v1.SpeechVoice.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ event?: undefined; segmentStarted?: null; audio?: null; segmentDone?: null; done?: null; failed?: null; voice?: null }|{ event?: "segmentStarted"; segmentStarted: parley.v1.SegmentStarted.$Shape; audio?: null; segmentDone?: null; done?: null; failed?: null; voice?: null }|{ event?: "audio"; segmentStarted?: null; audio: parley.v1.SpeechAudio.$Shape; segmentDone?: null; done?: null; failed?: null; voice?: null }|{ event?: "segmentDone"; segmentStarted?: null; audio?: null; segmentDone: parley.v1.SegmentDone.$Shape; done?: null; failed?: null; voice?: null }|{ event?: "done"; segmentStarted?: null; audio?: null; segmentDone?: null; done: parley.v1.SpeechDone.$Shape; failed?: null; voice?: null }|{ event?: "failed"; segmentStarted?: null; audio?: null; segmentDone?: null; done?: null; failed: parley.v1.SpeechFailed.$Shape; voice?: null }|{ event?: "voice"; segmentStarted?: null; audio?: null; segmentDone?: null; done?: null; failed?: null; voice: parley.v1.SpeechVoice.$Shape })
            );
        }

        /**
         * Properties of a SpeechVoice.
         * @deprecated Use parley.v1.SpeechVoice.$Properties instead.
         */
        interface ISpeechVoice extends parley.v1.SpeechVoice.$Properties {
        }

        /** Represents a SpeechVoice. */
        class SpeechVoice {

            /**
             * Constructs a new SpeechVoice.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeechVoice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeechVoice id. */
            id: string;

            /**
             * Encodes the specified SpeechVoice message. Does not implicitly {@link parley.v1.SpeechVoice.verify|verify} messages.
             * @param message SpeechVoice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeechVoice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeechVoice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeechVoice & parley.v1.SpeechVoice.$Shape} SpeechVoice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeechVoice & parley.v1.SpeechVoice.$Shape;
        }

        namespace SpeechVoice {

            /** Properties of a SpeechVoice. */
            interface $Properties {

                /** SpeechVoice id */
                id?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpeechVoice. */
            type $Shape = parley.v1.SpeechVoice.$Properties;
        }

        /**
         * Properties of a SegmentStarted.
         * @deprecated Use parley.v1.SegmentStarted.$Properties instead.
         */
        interface ISegmentStarted extends parley.v1.SegmentStarted.$Properties {
        }

        /** Represents a SegmentStarted. */
        class SegmentStarted {

            /**
             * Constructs a new SegmentStarted.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SegmentStarted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SegmentStarted segment. */
            segment: number;

            /** SegmentStarted textStart. */
            textStart: number;

            /** SegmentStarted textEnd. */
            textEnd: number;

            /** SegmentStarted spokenText. */
            spokenText: string;

            /** SegmentStarted engine. */
            engine: string;

            /** SegmentStarted voice. */
            voice: string;

            /**
             * Encodes the specified SegmentStarted message. Does not implicitly {@link parley.v1.SegmentStarted.verify|verify} messages.
             * @param message SegmentStarted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SegmentStarted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SegmentStarted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SegmentStarted & parley.v1.SegmentStarted.$Shape} SegmentStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SegmentStarted & parley.v1.SegmentStarted.$Shape;
        }

        namespace SegmentStarted {

            /** Properties of a SegmentStarted. */
            interface $Properties {

                /** SegmentStarted segment */
                segment?: (number|null);

                /** SegmentStarted textStart */
                textStart?: (number|null);

                /** SegmentStarted textEnd */
                textEnd?: (number|null);

                /** SegmentStarted spokenText */
                spokenText?: (string|null);

                /** SegmentStarted engine */
                engine?: (string|null);

                /** SegmentStarted voice */
                voice?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SegmentStarted. */
            type $Shape = parley.v1.SegmentStarted.$Properties;
        }

        /**
         * Properties of a SpeechAudio.
         * @deprecated Use parley.v1.SpeechAudio.$Properties instead.
         */
        interface ISpeechAudio extends parley.v1.SpeechAudio.$Properties {
        }

        /** Represents a SpeechAudio. */
        class SpeechAudio {

            /**
             * Constructs a new SpeechAudio.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeechAudio.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeechAudio segment. */
            segment: number;

            /** SpeechAudio audio. */
            audio?: (parley.v1.AudioFrame.$Properties|null);

            /**
             * Encodes the specified SpeechAudio message. Does not implicitly {@link parley.v1.SpeechAudio.verify|verify} messages.
             * @param message SpeechAudio message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeechAudio.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeechAudio message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeechAudio & parley.v1.SpeechAudio.$Shape} SpeechAudio
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeechAudio & parley.v1.SpeechAudio.$Shape;
        }

        namespace SpeechAudio {

            /** Properties of a SpeechAudio. */
            interface $Properties {

                /** SpeechAudio segment */
                segment?: (number|null);

                /** SpeechAudio audio */
                audio?: (parley.v1.AudioFrame.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpeechAudio. */
            type $Shape = parley.v1.SpeechAudio.$Properties;
        }

        /**
         * Properties of a SegmentDone.
         * @deprecated Use parley.v1.SegmentDone.$Properties instead.
         */
        interface ISegmentDone extends parley.v1.SegmentDone.$Properties {
        }

        /** Represents a SegmentDone. */
        class SegmentDone {

            /**
             * Constructs a new SegmentDone.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SegmentDone.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SegmentDone segment. */
            segment: number;

            /** SegmentDone startSample. */
            startSample: number;

            /** SegmentDone endSample. */
            endSample: number;

            /** SegmentDone words. */
            words: parley.v1.SpokenWord.$Properties[];

            /** SegmentDone firstByteMs. */
            firstByteMs: number;

            /** SegmentDone synthesisMs. */
            synthesisMs: number;

            /**
             * Encodes the specified SegmentDone message. Does not implicitly {@link parley.v1.SegmentDone.verify|verify} messages.
             * @param message SegmentDone message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SegmentDone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SegmentDone message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SegmentDone & parley.v1.SegmentDone.$Shape} SegmentDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SegmentDone & parley.v1.SegmentDone.$Shape;
        }

        namespace SegmentDone {

            /** Properties of a SegmentDone. */
            interface $Properties {

                /** SegmentDone segment */
                segment?: (number|null);

                /** SegmentDone startSample */
                startSample?: (number|null);

                /** SegmentDone endSample */
                endSample?: (number|null);

                /** SegmentDone words */
                words?: (parley.v1.SpokenWord.$Properties[]|null);

                /** SegmentDone firstByteMs */
                firstByteMs?: (number|null);

                /** SegmentDone synthesisMs */
                synthesisMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SegmentDone. */
            type $Shape = parley.v1.SegmentDone.$Properties;
        }

        /**
         * Properties of a SpokenWord.
         * @deprecated Use parley.v1.SpokenWord.$Properties instead.
         */
        interface ISpokenWord extends parley.v1.SpokenWord.$Properties {
        }

        /** Represents a SpokenWord. */
        class SpokenWord {

            /**
             * Constructs a new SpokenWord.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpokenWord.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpokenWord textStart. */
            textStart: number;

            /** SpokenWord textEnd. */
            textEnd: number;

            /** SpokenWord startMs. */
            startMs: number;

            /** SpokenWord endMs. */
            endMs: number;

            /**
             * Encodes the specified SpokenWord message. Does not implicitly {@link parley.v1.SpokenWord.verify|verify} messages.
             * @param message SpokenWord message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpokenWord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpokenWord message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpokenWord & parley.v1.SpokenWord.$Shape} SpokenWord
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpokenWord & parley.v1.SpokenWord.$Shape;
        }

        namespace SpokenWord {

            /** Properties of a SpokenWord. */
            interface $Properties {

                /** SpokenWord textStart */
                textStart?: (number|null);

                /** SpokenWord textEnd */
                textEnd?: (number|null);

                /** SpokenWord startMs */
                startMs?: (number|null);

                /** SpokenWord endMs */
                endMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpokenWord. */
            type $Shape = parley.v1.SpokenWord.$Properties;
        }

        /**
         * Properties of a SpeechDone.
         * @deprecated Use parley.v1.SpeechDone.$Properties instead.
         */
        interface ISpeechDone extends parley.v1.SpeechDone.$Properties {
        }

        /** Represents a SpeechDone. */
        class SpeechDone {

            /**
             * Constructs a new SpeechDone.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeechDone.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeechDone totalSamples. */
            totalSamples: number;

            /** SpeechDone characters. */
            characters: number;

            /**
             * Encodes the specified SpeechDone message. Does not implicitly {@link parley.v1.SpeechDone.verify|verify} messages.
             * @param message SpeechDone message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeechDone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeechDone message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeechDone & parley.v1.SpeechDone.$Shape} SpeechDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeechDone & parley.v1.SpeechDone.$Shape;
        }

        namespace SpeechDone {

            /** Properties of a SpeechDone. */
            interface $Properties {

                /** SpeechDone totalSamples */
                totalSamples?: (number|null);

                /** SpeechDone characters */
                characters?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpeechDone. */
            type $Shape = parley.v1.SpeechDone.$Properties;
        }

        /**
         * Properties of a SpeechFailed.
         * @deprecated Use parley.v1.SpeechFailed.$Properties instead.
         */
        interface ISpeechFailed extends parley.v1.SpeechFailed.$Properties {
        }

        /** Represents a SpeechFailed. */
        class SpeechFailed {

            /**
             * Constructs a new SpeechFailed.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.SpeechFailed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SpeechFailed class. */
            class: string;

            /** SpeechFailed code. */
            code: string;

            /** SpeechFailed message. */
            message: string;

            /** SpeechFailed segment. */
            segment: number;

            /**
             * Encodes the specified SpeechFailed message. Does not implicitly {@link parley.v1.SpeechFailed.verify|verify} messages.
             * @param message SpeechFailed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.SpeechFailed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpeechFailed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.SpeechFailed & parley.v1.SpeechFailed.$Shape} SpeechFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.SpeechFailed & parley.v1.SpeechFailed.$Shape;
        }

        namespace SpeechFailed {

            /** Properties of a SpeechFailed. */
            interface $Properties {

                /** SpeechFailed class */
                "class"?: (string|null);

                /** SpeechFailed code */
                code?: (string|null);

                /** SpeechFailed message */
                message?: (string|null);

                /** SpeechFailed segment */
                segment?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpeechFailed. */
            type $Shape = parley.v1.SpeechFailed.$Properties;
        }

        /**
         * Properties of a ListVoicesRequest.
         * @deprecated Use parley.v1.ListVoicesRequest.$Properties instead.
         */
        interface IListVoicesRequest extends parley.v1.ListVoicesRequest.$Properties {
        }

        /** Represents a ListVoicesRequest. */
        class ListVoicesRequest {

            /**
             * Constructs a new ListVoicesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListVoicesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified ListVoicesRequest message. Does not implicitly {@link parley.v1.ListVoicesRequest.verify|verify} messages.
             * @param message ListVoicesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListVoicesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListVoicesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListVoicesRequest & parley.v1.ListVoicesRequest.$Shape} ListVoicesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListVoicesRequest & parley.v1.ListVoicesRequest.$Shape;
        }

        namespace ListVoicesRequest {

            /** Properties of a ListVoicesRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListVoicesRequest. */
            type $Shape = parley.v1.ListVoicesRequest.$Properties;
        }

        /**
         * Properties of a ListVoicesReply.
         * @deprecated Use parley.v1.ListVoicesReply.$Properties instead.
         */
        interface IListVoicesReply extends parley.v1.ListVoicesReply.$Properties {
        }

        /** Represents a ListVoicesReply. */
        class ListVoicesReply {

            /**
             * Constructs a new ListVoicesReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListVoicesReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListVoicesReply voices. */
            voices: parley.v1.VoiceInfo.$Properties[];

            /** ListVoicesReply defaultVoice. */
            defaultVoice: string;

            /**
             * Encodes the specified ListVoicesReply message. Does not implicitly {@link parley.v1.ListVoicesReply.verify|verify} messages.
             * @param message ListVoicesReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListVoicesReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListVoicesReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListVoicesReply & parley.v1.ListVoicesReply.$Shape} ListVoicesReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListVoicesReply & parley.v1.ListVoicesReply.$Shape;
        }

        namespace ListVoicesReply {

            /** Properties of a ListVoicesReply. */
            interface $Properties {

                /** ListVoicesReply voices */
                voices?: (parley.v1.VoiceInfo.$Properties[]|null);

                /** ListVoicesReply defaultVoice */
                defaultVoice?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListVoicesReply. */
            type $Shape = parley.v1.ListVoicesReply.$Properties;
        }

        /**
         * Properties of a VoiceInfo.
         * @deprecated Use parley.v1.VoiceInfo.$Properties instead.
         */
        interface IVoiceInfo extends parley.v1.VoiceInfo.$Properties {
        }

        /** Represents a VoiceInfo. */
        class VoiceInfo {

            /**
             * Constructs a new VoiceInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.VoiceInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VoiceInfo id. */
            id: string;

            /** VoiceInfo name. */
            name: string;

            /** VoiceInfo engine. */
            engine: string;

            /** VoiceInfo languages. */
            languages: string[];

            /** VoiceInfo sampleRate. */
            sampleRate: number;

            /** VoiceInfo aliases. */
            aliases: string[];

            /**
             * Encodes the specified VoiceInfo message. Does not implicitly {@link parley.v1.VoiceInfo.verify|verify} messages.
             * @param message VoiceInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.VoiceInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VoiceInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.VoiceInfo & parley.v1.VoiceInfo.$Shape} VoiceInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.VoiceInfo & parley.v1.VoiceInfo.$Shape;
        }

        namespace VoiceInfo {

            /** Properties of a VoiceInfo. */
            interface $Properties {

                /** VoiceInfo id */
                id?: (string|null);

                /** VoiceInfo name */
                name?: (string|null);

                /** VoiceInfo engine */
                engine?: (string|null);

                /** VoiceInfo languages */
                languages?: (string[]|null);

                /** VoiceInfo sampleRate */
                sampleRate?: (number|null);

                /** VoiceInfo aliases */
                aliases?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VoiceInfo. */
            type $Shape = parley.v1.VoiceInfo.$Properties;
        }

        /**
         * Properties of a Frame.
         * @deprecated Use parley.v1.Frame.$Properties instead.
         */
        interface IFrame extends parley.v1.Frame.$Properties {
        }

        /** Represents a Frame. */
        class Frame {

            /**
             * Constructs a new Frame.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Frame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Frame seq. */
            seq: number;

            /** Frame generation. */
            generation: number;

            /** Frame deadlineUnixMs. */
            deadlineUnixMs: number;

            /** Frame payload. */
            payload?: (Uint8Array|null);

            /** Frame credit. */
            credit?: (parley.v1.Credit.$Properties|null);

            /** Frame heartbeat. */
            heartbeat?: (parley.v1.Heartbeat.$Properties|null);

            /** Frame cancel. */
            cancel?: (parley.v1.Cancel.$Properties|null);

            /** Frame end. */
            end?: (parley.v1.End.$Properties|null);

            /** Frame close. */
            close?: (parley.v1.Close.$Properties|null);

            /** Frame draining. */
            draining?: (parley.v1.Draining.$Properties|null);

            /** Frame more. */
            more: boolean;

            /** Frame body. */
            body?: ("payload"|"credit"|"heartbeat"|"cancel"|"end"|"close"|"draining");

            /**
             * Encodes the specified Frame message. Does not implicitly {@link parley.v1.Frame.verify|verify} messages.
             * @param message Frame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Frame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Frame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Frame & parley.v1.Frame.$Shape} Frame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Frame & parley.v1.Frame.$Shape;
        }

        namespace Frame {

            /** Properties of a Frame. */
            interface $Properties {

                /** Frame seq */
                seq?: (number|null);

                /** Frame generation */
                generation?: (number|null);

                /** Frame deadlineUnixMs */
                deadlineUnixMs?: (number|null);

                /** Frame payload */
                payload?: (Uint8Array|null);

                /** Frame credit */
                credit?: (parley.v1.Credit.$Properties|null);

                /** Frame heartbeat */
                heartbeat?: (parley.v1.Heartbeat.$Properties|null);

                /** Frame cancel */
                cancel?: (parley.v1.Cancel.$Properties|null);

                /** Frame end */
                end?: (parley.v1.End.$Properties|null);

                /** Frame close */
                close?: (parley.v1.Close.$Properties|null);

                /** Frame draining */
                draining?: (parley.v1.Draining.$Properties|null);

                /** Frame more */
                more?: (boolean|null);

                /** Frame body */
                body?: ("payload"|"credit"|"heartbeat"|"cancel"|"end"|"close"|"draining");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Frame. */
            type $Shape = {
              seq?: number|null;
              generation?: number|null;
              deadlineUnixMs?: number|null;
              payload?: Uint8Array|null;
              credit?: parley.v1.Credit.$Shape|null;
              heartbeat?: parley.v1.Heartbeat.$Shape|null;
              cancel?: parley.v1.Cancel.$Shape|null;
              end?: parley.v1.End.$Shape|null;
              close?: parley.v1.Close.$Shape|null;
              draining?: parley.v1.Draining.$Shape|null;
              more?: boolean|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; payload?: null; credit?: null; heartbeat?: null; cancel?: null; end?: null; close?: null; draining?: null }|{ body?: "payload"; payload: Uint8Array; credit?: null; heartbeat?: null; cancel?: null; end?: null; close?: null; draining?: null }|{ body?: "credit"; payload?: null; credit: parley.v1.Credit.$Shape; heartbeat?: null; cancel?: null; end?: null; close?: null; draining?: null }|{ body?: "heartbeat"; payload?: null; credit?: null; heartbeat: parley.v1.Heartbeat.$Shape; cancel?: null; end?: null; close?: null; draining?: null }|{ body?: "cancel"; payload?: null; credit?: null; heartbeat?: null; cancel: parley.v1.Cancel.$Shape; end?: null; close?: null; draining?: null }|{ body?: "end"; payload?: null; credit?: null; heartbeat?: null; cancel?: null; end: parley.v1.End.$Shape; close?: null; draining?: null }|{ body?: "close"; payload?: null; credit?: null; heartbeat?: null; cancel?: null; end?: null; close: parley.v1.Close.$Shape; draining?: null }|{ body?: "draining"; payload?: null; credit?: null; heartbeat?: null; cancel?: null; end?: null; close?: null; draining: parley.v1.Draining.$Shape })
            );
        }

        /**
         * Properties of a Credit.
         * @deprecated Use parley.v1.Credit.$Properties instead.
         */
        interface ICredit extends parley.v1.Credit.$Properties {
        }

        /** Represents a Credit. */
        class Credit {

            /**
             * Constructs a new Credit.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Credit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Credit frames. */
            frames: number;

            /** Credit acknowledgedSeq. */
            acknowledgedSeq: number;

            /**
             * Encodes the specified Credit message. Does not implicitly {@link parley.v1.Credit.verify|verify} messages.
             * @param message Credit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Credit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Credit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Credit & parley.v1.Credit.$Shape} Credit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Credit & parley.v1.Credit.$Shape;
        }

        namespace Credit {

            /** Properties of a Credit. */
            interface $Properties {

                /** Credit frames */
                frames?: (number|null);

                /** Credit acknowledgedSeq */
                acknowledgedSeq?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Credit. */
            type $Shape = parley.v1.Credit.$Properties;
        }

        /**
         * Properties of a Heartbeat.
         * @deprecated Use parley.v1.Heartbeat.$Properties instead.
         */
        interface IHeartbeat extends parley.v1.Heartbeat.$Properties {
        }

        /** Represents a Heartbeat. */
        class Heartbeat {

            /**
             * Constructs a new Heartbeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Heartbeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Heartbeat acknowledgedSeq. */
            acknowledgedSeq: number;

            /** Heartbeat resend. */
            resend: boolean;

            /** Heartbeat ask. */
            ask: boolean;

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link parley.v1.Heartbeat.verify|verify} messages.
             * @param message Heartbeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Heartbeat & parley.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Heartbeat & parley.v1.Heartbeat.$Shape;
        }

        namespace Heartbeat {

            /** Properties of a Heartbeat. */
            interface $Properties {

                /** Heartbeat acknowledgedSeq */
                acknowledgedSeq?: (number|null);

                /** Heartbeat resend */
                resend?: (boolean|null);

                /** Heartbeat ask */
                ask?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Heartbeat. */
            type $Shape = parley.v1.Heartbeat.$Properties;
        }

        /**
         * Properties of a Cancel.
         * @deprecated Use parley.v1.Cancel.$Properties instead.
         */
        interface ICancel extends parley.v1.Cancel.$Properties {
        }

        /** Represents a Cancel. */
        class Cancel {

            /**
             * Constructs a new Cancel.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Cancel.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Cancel generation. */
            generation: number;

            /**
             * Encodes the specified Cancel message. Does not implicitly {@link parley.v1.Cancel.verify|verify} messages.
             * @param message Cancel message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Cancel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Cancel message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Cancel & parley.v1.Cancel.$Shape} Cancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Cancel & parley.v1.Cancel.$Shape;
        }

        namespace Cancel {

            /** Properties of a Cancel. */
            interface $Properties {

                /** Cancel generation */
                generation?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Cancel. */
            type $Shape = parley.v1.Cancel.$Properties;
        }

        /**
         * Properties of an End.
         * @deprecated Use parley.v1.End.$Properties instead.
         */
        interface IEnd extends parley.v1.End.$Properties {
        }

        /** Represents an End. */
        class End {

            /**
             * Constructs a new End.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.End.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified End message. Does not implicitly {@link parley.v1.End.verify|verify} messages.
             * @param message End message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.End.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an End message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.End & parley.v1.End.$Shape} End
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.End & parley.v1.End.$Shape;
        }

        namespace End {

            /** Properties of an End. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an End. */
            type $Shape = parley.v1.End.$Properties;
        }

        /**
         * Properties of a Draining.
         * @deprecated Use parley.v1.Draining.$Properties instead.
         */
        interface IDraining extends parley.v1.Draining.$Properties {
        }

        /** Represents a Draining. */
        class Draining {

            /**
             * Constructs a new Draining.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Draining.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Draining message. Does not implicitly {@link parley.v1.Draining.verify|verify} messages.
             * @param message Draining message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Draining.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Draining message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Draining & parley.v1.Draining.$Shape} Draining
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Draining & parley.v1.Draining.$Shape;
        }

        namespace Draining {

            /** Properties of a Draining. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Draining. */
            type $Shape = parley.v1.Draining.$Properties;
        }

        /**
         * Properties of a Close.
         * @deprecated Use parley.v1.Close.$Properties instead.
         */
        interface IClose extends parley.v1.Close.$Properties {
        }

        /** Represents a Close. */
        class Close {

            /**
             * Constructs a new Close.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Close.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Close code. */
            code: string;

            /** Close message. */
            message: string;

            /** Close retryable. */
            retryable: boolean;

            /**
             * Encodes the specified Close message. Does not implicitly {@link parley.v1.Close.verify|verify} messages.
             * @param message Close message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Close.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Close message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Close & parley.v1.Close.$Shape} Close
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Close & parley.v1.Close.$Shape;
        }

        namespace Close {

            /** Properties of a Close. */
            interface $Properties {

                /** Close code */
                code?: (string|null);

                /** Close message */
                message?: (string|null);

                /** Close retryable */
                retryable?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Close. */
            type $Shape = parley.v1.Close.$Properties;
        }

        /**
         * Properties of an OpenRequest.
         * @deprecated Use parley.v1.OpenRequest.$Properties instead.
         */
        interface IOpenRequest extends parley.v1.OpenRequest.$Properties {
        }

        /** Represents an OpenRequest. */
        class OpenRequest {

            /**
             * Constructs a new OpenRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.OpenRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OpenRequest streamId. */
            streamId: string;

            /** OpenRequest sessionId. */
            sessionId: string;

            /** OpenRequest config. */
            config: Uint8Array;

            /** OpenRequest credit. */
            credit: number;

            /** OpenRequest deadlineUnixMs. */
            deadlineUnixMs: number;

            /** OpenRequest sharedSubject. */
            sharedSubject: string;

            /** OpenRequest traceparent. */
            traceparent: string;

            /** OpenRequest avoidWorkers. */
            avoidWorkers: string[];

            /** OpenRequest peer. */
            peer: string;

            /**
             * Encodes the specified OpenRequest message. Does not implicitly {@link parley.v1.OpenRequest.verify|verify} messages.
             * @param message OpenRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.OpenRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OpenRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.OpenRequest & parley.v1.OpenRequest.$Shape} OpenRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.OpenRequest & parley.v1.OpenRequest.$Shape;
        }

        namespace OpenRequest {

            /** Properties of an OpenRequest. */
            interface $Properties {

                /** OpenRequest streamId */
                streamId?: (string|null);

                /** OpenRequest sessionId */
                sessionId?: (string|null);

                /** OpenRequest config */
                config?: (Uint8Array|null);

                /** OpenRequest credit */
                credit?: (number|null);

                /** OpenRequest deadlineUnixMs */
                deadlineUnixMs?: (number|null);

                /** OpenRequest sharedSubject */
                sharedSubject?: (string|null);

                /** OpenRequest traceparent */
                traceparent?: (string|null);

                /** OpenRequest avoidWorkers */
                avoidWorkers?: (string[]|null);

                /** OpenRequest peer */
                peer?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OpenRequest. */
            type $Shape = parley.v1.OpenRequest.$Properties;
        }

        /**
         * Properties of an OpenReply.
         * @deprecated Use parley.v1.OpenReply.$Properties instead.
         */
        interface IOpenReply extends parley.v1.OpenReply.$Properties {
        }

        /** Represents an OpenReply. */
        class OpenReply {

            /**
             * Constructs a new OpenReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.OpenReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OpenReply claim. */
            claim?: (parley.v1.Claim.$Properties|null);

            /** OpenReply refusal. */
            refusal?: (parley.v1.Refusal.$Properties|null);

            /** OpenReply outcome. */
            outcome?: ("claim"|"refusal");

            /**
             * Encodes the specified OpenReply message. Does not implicitly {@link parley.v1.OpenReply.verify|verify} messages.
             * @param message OpenReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.OpenReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OpenReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.OpenReply & parley.v1.OpenReply.$Shape} OpenReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.OpenReply & parley.v1.OpenReply.$Shape;
        }

        namespace OpenReply {

            /** Properties of an OpenReply. */
            interface $Properties {

                /** OpenReply claim */
                claim?: (parley.v1.Claim.$Properties|null);

                /** OpenReply refusal */
                refusal?: (parley.v1.Refusal.$Properties|null);

                /** OpenReply outcome */
                outcome?: ("claim"|"refusal");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an OpenReply. */
            type $Shape = {
              claim?: parley.v1.Claim.$Shape|null;
              refusal?: parley.v1.Refusal.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ outcome?: undefined; claim?: null; refusal?: null }|{ outcome?: "claim"; claim: parley.v1.Claim.$Shape; refusal?: null }|{ outcome?: "refusal"; claim?: null; refusal: parley.v1.Refusal.$Shape })
            );
        }

        /**
         * Properties of a Claim.
         * @deprecated Use parley.v1.Claim.$Properties instead.
         */
        interface IClaim extends parley.v1.Claim.$Properties {
        }

        /** Represents a Claim. */
        class Claim {

            /**
             * Constructs a new Claim.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Claim.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Claim workerId. */
            workerId: string;

            /** Claim heartbeatMs. */
            heartbeatMs: number;

            /** Claim credit. */
            credit: number;

            /** Claim peer. */
            peer: string;

            /**
             * Encodes the specified Claim message. Does not implicitly {@link parley.v1.Claim.verify|verify} messages.
             * @param message Claim message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Claim.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Claim message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Claim & parley.v1.Claim.$Shape} Claim
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Claim & parley.v1.Claim.$Shape;
        }

        namespace Claim {

            /** Properties of a Claim. */
            interface $Properties {

                /** Claim workerId */
                workerId?: (string|null);

                /** Claim heartbeatMs */
                heartbeatMs?: (number|null);

                /** Claim credit */
                credit?: (number|null);

                /** Claim peer */
                peer?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Claim. */
            type $Shape = parley.v1.Claim.$Properties;
        }

        /**
         * Properties of a Refusal.
         * @deprecated Use parley.v1.Refusal.$Properties instead.
         */
        interface IRefusal extends parley.v1.Refusal.$Properties {
        }

        /** Represents a Refusal. */
        class Refusal {

            /**
             * Constructs a new Refusal.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Refusal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Refusal code. */
            code: string;

            /** Refusal message. */
            message: string;

            /** Refusal retryable. */
            retryable: boolean;

            /** Refusal workerId. */
            workerId: string;

            /**
             * Encodes the specified Refusal message. Does not implicitly {@link parley.v1.Refusal.verify|verify} messages.
             * @param message Refusal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Refusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Refusal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Refusal & parley.v1.Refusal.$Shape} Refusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Refusal & parley.v1.Refusal.$Shape;
        }

        namespace Refusal {

            /** Properties of a Refusal. */
            interface $Properties {

                /** Refusal code */
                code?: (string|null);

                /** Refusal message */
                message?: (string|null);

                /** Refusal retryable */
                retryable?: (boolean|null);

                /** Refusal workerId */
                workerId?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Refusal. */
            type $Shape = parley.v1.Refusal.$Properties;
        }

        /**
         * Properties of a Reply.
         * @deprecated Use parley.v1.Reply.$Properties instead.
         */
        interface IReply extends parley.v1.Reply.$Properties {
        }

        /** Represents a Reply. */
        class Reply {

            /**
             * Constructs a new Reply.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.Reply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Reply payload. */
            payload?: (Uint8Array|null);

            /** Reply refusal. */
            refusal?: (parley.v1.Refusal.$Properties|null);

            /** Reply outcome. */
            outcome?: ("payload"|"refusal");

            /**
             * Encodes the specified Reply message. Does not implicitly {@link parley.v1.Reply.verify|verify} messages.
             * @param message Reply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.Reply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Reply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.Reply & parley.v1.Reply.$Shape} Reply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.Reply & parley.v1.Reply.$Shape;
        }

        namespace Reply {

            /** Properties of a Reply. */
            interface $Properties {

                /** Reply payload */
                payload?: (Uint8Array|null);

                /** Reply refusal */
                refusal?: (parley.v1.Refusal.$Properties|null);

                /** Reply outcome */
                outcome?: ("payload"|"refusal");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Reply. */
            type $Shape = {
              payload?: Uint8Array|null;
              refusal?: parley.v1.Refusal.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ outcome?: undefined; payload?: null; refusal?: null }|{ outcome?: "payload"; payload: Uint8Array; refusal?: null }|{ outcome?: "refusal"; payload?: null; refusal: parley.v1.Refusal.$Shape })
            );
        }

        /**
         * Properties of a ToolsInput.
         * @deprecated Use parley.v1.ToolsInput.$Properties instead.
         */
        interface IToolsInput extends parley.v1.ToolsInput.$Properties {
        }

        /** Represents a ToolsInput. */
        class ToolsInput {

            /**
             * Constructs a new ToolsInput.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ToolsInput.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ToolsInput list. */
            list?: (parley.v1.ListTools.$Properties|null);

            /** ToolsInput call. */
            call?: (parley.v1.CallTool.$Properties|null);

            /** ToolsInput cancel. */
            cancel?: (parley.v1.CancelTool.$Properties|null);

            /** ToolsInput input. */
            input?: ("list"|"call"|"cancel");

            /**
             * Encodes the specified ToolsInput message. Does not implicitly {@link parley.v1.ToolsInput.verify|verify} messages.
             * @param message ToolsInput message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ToolsInput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ToolsInput message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ToolsInput & parley.v1.ToolsInput.$Shape} ToolsInput
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ToolsInput & parley.v1.ToolsInput.$Shape;
        }

        namespace ToolsInput {

            /** Properties of a ToolsInput. */
            interface $Properties {

                /** ToolsInput list */
                list?: (parley.v1.ListTools.$Properties|null);

                /** ToolsInput call */
                call?: (parley.v1.CallTool.$Properties|null);

                /** ToolsInput cancel */
                cancel?: (parley.v1.CancelTool.$Properties|null);

                /** ToolsInput input */
                input?: ("list"|"call"|"cancel");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ToolsInput. */
            type $Shape = {
              list?: parley.v1.ListTools.$Shape|null;
              call?: parley.v1.CallTool.$Shape|null;
              cancel?: parley.v1.CancelTool.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ input?: undefined; list?: null; call?: null; cancel?: null }|{ input?: "list"; list: parley.v1.ListTools.$Shape; call?: null; cancel?: null }|{ input?: "call"; list?: null; call: parley.v1.CallTool.$Shape; cancel?: null }|{ input?: "cancel"; list?: null; call?: null; cancel: parley.v1.CancelTool.$Shape })
            );
        }

        /**
         * Properties of a McpServer.
         * @deprecated Use parley.v1.McpServer.$Properties instead.
         */
        interface IMcpServer extends parley.v1.McpServer.$Properties {
        }

        /** Represents a McpServer. */
        class McpServer {

            /**
             * Constructs a new McpServer.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.McpServer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** McpServer label. */
            label: string;

            /** McpServer url. */
            url: string;

            /** McpServer authorization. */
            authorization: string;

            /** McpServer headers. */
            headers: { [k: string]: string };

            /**
             * Encodes the specified McpServer message. Does not implicitly {@link parley.v1.McpServer.verify|verify} messages.
             * @param message McpServer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.McpServer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a McpServer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.McpServer & parley.v1.McpServer.$Shape} McpServer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.McpServer & parley.v1.McpServer.$Shape;
        }

        namespace McpServer {

            /** Properties of a McpServer. */
            interface $Properties {

                /** McpServer label */
                label?: (string|null);

                /** McpServer url */
                url?: (string|null);

                /** McpServer authorization */
                authorization?: (string|null);

                /** McpServer headers */
                headers?: ({ [k: string]: string }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a McpServer. */
            type $Shape = parley.v1.McpServer.$Properties;
        }

        /**
         * Properties of a ListTools.
         * @deprecated Use parley.v1.ListTools.$Properties instead.
         */
        interface IListTools extends parley.v1.ListTools.$Properties {
        }

        /** Represents a ListTools. */
        class ListTools {

            /**
             * Constructs a new ListTools.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ListTools.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListTools requestId. */
            requestId: string;

            /** ListTools server. */
            server?: (parley.v1.McpServer.$Properties|null);

            /**
             * Encodes the specified ListTools message. Does not implicitly {@link parley.v1.ListTools.verify|verify} messages.
             * @param message ListTools message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ListTools.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListTools message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ListTools & parley.v1.ListTools.$Shape} ListTools
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ListTools & parley.v1.ListTools.$Shape;
        }

        namespace ListTools {

            /** Properties of a ListTools. */
            interface $Properties {

                /** ListTools requestId */
                requestId?: (string|null);

                /** ListTools server */
                server?: (parley.v1.McpServer.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListTools. */
            type $Shape = parley.v1.ListTools.$Properties;
        }

        /**
         * Properties of a CallTool.
         * @deprecated Use parley.v1.CallTool.$Properties instead.
         */
        interface ICallTool extends parley.v1.CallTool.$Properties {
        }

        /** Represents a CallTool. */
        class CallTool {

            /**
             * Constructs a new CallTool.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.CallTool.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CallTool requestId. */
            requestId: string;

            /** CallTool argumentsJson. */
            argumentsJson: string;

            /** CallTool mcp. */
            mcp?: (parley.v1.McpTarget.$Properties|null);

            /** CallTool webSearch. */
            webSearch?: (parley.v1.WebSearch.$Properties|null);

            /** CallTool tool. */
            tool?: ("mcp"|"webSearch");

            /**
             * Encodes the specified CallTool message. Does not implicitly {@link parley.v1.CallTool.verify|verify} messages.
             * @param message CallTool message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.CallTool.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CallTool message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.CallTool & parley.v1.CallTool.$Shape} CallTool
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.CallTool & parley.v1.CallTool.$Shape;
        }

        namespace CallTool {

            /** Properties of a CallTool. */
            interface $Properties {

                /** CallTool requestId */
                requestId?: (string|null);

                /** CallTool argumentsJson */
                argumentsJson?: (string|null);

                /** CallTool mcp */
                mcp?: (parley.v1.McpTarget.$Properties|null);

                /** CallTool webSearch */
                webSearch?: (parley.v1.WebSearch.$Properties|null);

                /** CallTool tool */
                tool?: ("mcp"|"webSearch");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a CallTool. */
            type $Shape = {
              requestId?: string|null;
              argumentsJson?: string|null;
              mcp?: parley.v1.McpTarget.$Shape|null;
              webSearch?: parley.v1.WebSearch.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ tool?: undefined; mcp?: null; webSearch?: null }|{ tool?: "mcp"; mcp: parley.v1.McpTarget.$Shape; webSearch?: null }|{ tool?: "webSearch"; mcp?: null; webSearch: parley.v1.WebSearch.$Shape })
            );
        }

        /**
         * Properties of a McpTarget.
         * @deprecated Use parley.v1.McpTarget.$Properties instead.
         */
        interface IMcpTarget extends parley.v1.McpTarget.$Properties {
        }

        /** Represents a McpTarget. */
        class McpTarget {

            /**
             * Constructs a new McpTarget.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.McpTarget.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** McpTarget server. */
            server?: (parley.v1.McpServer.$Properties|null);

            /** McpTarget name. */
            name: string;

            /**
             * Encodes the specified McpTarget message. Does not implicitly {@link parley.v1.McpTarget.verify|verify} messages.
             * @param message McpTarget message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.McpTarget.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a McpTarget message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.McpTarget & parley.v1.McpTarget.$Shape} McpTarget
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.McpTarget & parley.v1.McpTarget.$Shape;
        }

        namespace McpTarget {

            /** Properties of a McpTarget. */
            interface $Properties {

                /** McpTarget server */
                server?: (parley.v1.McpServer.$Properties|null);

                /** McpTarget name */
                name?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a McpTarget. */
            type $Shape = parley.v1.McpTarget.$Properties;
        }

        /**
         * Properties of a WebSearch.
         * @deprecated Use parley.v1.WebSearch.$Properties instead.
         */
        interface IWebSearch extends parley.v1.WebSearch.$Properties {
        }

        /** Represents a WebSearch. */
        class WebSearch {

            /**
             * Constructs a new WebSearch.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.WebSearch.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WebSearch engine. */
            engine: string;

            /** WebSearch maxResults. */
            maxResults: number;

            /** WebSearch language. */
            language: string;

            /**
             * Encodes the specified WebSearch message. Does not implicitly {@link parley.v1.WebSearch.verify|verify} messages.
             * @param message WebSearch message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.WebSearch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WebSearch message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.WebSearch & parley.v1.WebSearch.$Shape} WebSearch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.WebSearch & parley.v1.WebSearch.$Shape;
        }

        namespace WebSearch {

            /** Properties of a WebSearch. */
            interface $Properties {

                /** WebSearch engine */
                engine?: (string|null);

                /** WebSearch maxResults */
                maxResults?: (number|null);

                /** WebSearch language */
                language?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WebSearch. */
            type $Shape = parley.v1.WebSearch.$Properties;
        }

        /**
         * Properties of a CancelTool.
         * @deprecated Use parley.v1.CancelTool.$Properties instead.
         */
        interface ICancelTool extends parley.v1.CancelTool.$Properties {
        }

        /** Represents a CancelTool. */
        class CancelTool {

            /**
             * Constructs a new CancelTool.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.CancelTool.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CancelTool requestId. */
            requestId: string;

            /**
             * Encodes the specified CancelTool message. Does not implicitly {@link parley.v1.CancelTool.verify|verify} messages.
             * @param message CancelTool message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.CancelTool.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CancelTool message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.CancelTool & parley.v1.CancelTool.$Shape} CancelTool
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.CancelTool & parley.v1.CancelTool.$Shape;
        }

        namespace CancelTool {

            /** Properties of a CancelTool. */
            interface $Properties {

                /** CancelTool requestId */
                requestId?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CancelTool. */
            type $Shape = parley.v1.CancelTool.$Properties;
        }

        /**
         * Properties of a ToolsEvent.
         * @deprecated Use parley.v1.ToolsEvent.$Properties instead.
         */
        interface IToolsEvent extends parley.v1.ToolsEvent.$Properties {
        }

        /** Represents a ToolsEvent. */
        class ToolsEvent {

            /**
             * Constructs a new ToolsEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ToolsEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ToolsEvent listed. */
            listed?: (parley.v1.ToolsListed.$Properties|null);

            /** ToolsEvent result. */
            result?: (parley.v1.ToolResult.$Properties|null);

            /** ToolsEvent asked. */
            asked?: (parley.v1.ToolAsked.$Properties|null);

            /** ToolsEvent event. */
            event?: ("listed"|"result"|"asked");

            /**
             * Encodes the specified ToolsEvent message. Does not implicitly {@link parley.v1.ToolsEvent.verify|verify} messages.
             * @param message ToolsEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ToolsEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ToolsEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ToolsEvent & parley.v1.ToolsEvent.$Shape} ToolsEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ToolsEvent & parley.v1.ToolsEvent.$Shape;
        }

        namespace ToolsEvent {

            /** Properties of a ToolsEvent. */
            interface $Properties {

                /** ToolsEvent listed */
                listed?: (parley.v1.ToolsListed.$Properties|null);

                /** ToolsEvent result */
                result?: (parley.v1.ToolResult.$Properties|null);

                /** ToolsEvent asked */
                asked?: (parley.v1.ToolAsked.$Properties|null);

                /** ToolsEvent event */
                event?: ("listed"|"result"|"asked");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ToolsEvent. */
            type $Shape = {
              listed?: parley.v1.ToolsListed.$Shape|null;
              result?: parley.v1.ToolResult.$Shape|null;
              asked?: parley.v1.ToolAsked.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ event?: undefined; listed?: null; result?: null; asked?: null }|{ event?: "listed"; listed: parley.v1.ToolsListed.$Shape; result?: null; asked?: null }|{ event?: "result"; listed?: null; result: parley.v1.ToolResult.$Shape; asked?: null }|{ event?: "asked"; listed?: null; result?: null; asked: parley.v1.ToolAsked.$Shape })
            );
        }

        /**
         * Properties of a ToolAsked.
         * @deprecated Use parley.v1.ToolAsked.$Properties instead.
         */
        interface IToolAsked extends parley.v1.ToolAsked.$Properties {
        }

        /** Represents a ToolAsked. */
        class ToolAsked {

            /**
             * Constructs a new ToolAsked.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ToolAsked.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ToolAsked requestId. */
            requestId: string;

            /** ToolAsked attempts. */
            attempts: parley.v1.Attempt.$Properties[];

            /**
             * Encodes the specified ToolAsked message. Does not implicitly {@link parley.v1.ToolAsked.verify|verify} messages.
             * @param message ToolAsked message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ToolAsked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ToolAsked message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ToolAsked & parley.v1.ToolAsked.$Shape} ToolAsked
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ToolAsked & parley.v1.ToolAsked.$Shape;
        }

        namespace ToolAsked {

            /** Properties of a ToolAsked. */
            interface $Properties {

                /** ToolAsked requestId */
                requestId?: (string|null);

                /** ToolAsked attempts */
                attempts?: (parley.v1.Attempt.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ToolAsked. */
            type $Shape = parley.v1.ToolAsked.$Properties;
        }

        /**
         * Properties of a ToolsListed.
         * @deprecated Use parley.v1.ToolsListed.$Properties instead.
         */
        interface IToolsListed extends parley.v1.ToolsListed.$Properties {
        }

        /** Represents a ToolsListed. */
        class ToolsListed {

            /**
             * Constructs a new ToolsListed.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ToolsListed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ToolsListed requestId. */
            requestId: string;

            /** ToolsListed tools. */
            tools: parley.v1.McpTool.$Properties[];

            /** ToolsListed failure. */
            failure?: (parley.v1.ToolFailure.$Properties|null);

            /** ToolsListed leftOut. */
            leftOut: string;

            /**
             * Encodes the specified ToolsListed message. Does not implicitly {@link parley.v1.ToolsListed.verify|verify} messages.
             * @param message ToolsListed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ToolsListed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ToolsListed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ToolsListed & parley.v1.ToolsListed.$Shape} ToolsListed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ToolsListed & parley.v1.ToolsListed.$Shape;
        }

        namespace ToolsListed {

            /** Properties of a ToolsListed. */
            interface $Properties {

                /** ToolsListed requestId */
                requestId?: (string|null);

                /** ToolsListed tools */
                tools?: (parley.v1.McpTool.$Properties[]|null);

                /** ToolsListed failure */
                failure?: (parley.v1.ToolFailure.$Properties|null);

                /** ToolsListed leftOut */
                leftOut?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ToolsListed. */
            type $Shape = parley.v1.ToolsListed.$Properties;
        }

        /**
         * Properties of a McpTool.
         * @deprecated Use parley.v1.McpTool.$Properties instead.
         */
        interface IMcpTool extends parley.v1.McpTool.$Properties {
        }

        /** Represents a McpTool. */
        class McpTool {

            /**
             * Constructs a new McpTool.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.McpTool.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** McpTool name. */
            name: string;

            /** McpTool description. */
            description: string;

            /** McpTool inputSchemaJson. */
            inputSchemaJson: string;

            /** McpTool annotationsJson. */
            annotationsJson: string;

            /**
             * Encodes the specified McpTool message. Does not implicitly {@link parley.v1.McpTool.verify|verify} messages.
             * @param message McpTool message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.McpTool.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a McpTool message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.McpTool & parley.v1.McpTool.$Shape} McpTool
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.McpTool & parley.v1.McpTool.$Shape;
        }

        namespace McpTool {

            /** Properties of a McpTool. */
            interface $Properties {

                /** McpTool name */
                name?: (string|null);

                /** McpTool description */
                description?: (string|null);

                /** McpTool inputSchemaJson */
                inputSchemaJson?: (string|null);

                /** McpTool annotationsJson */
                annotationsJson?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a McpTool. */
            type $Shape = parley.v1.McpTool.$Properties;
        }

        /**
         * Properties of a ToolResult.
         * @deprecated Use parley.v1.ToolResult.$Properties instead.
         */
        interface IToolResult extends parley.v1.ToolResult.$Properties {
        }

        /** Represents a ToolResult. */
        class ToolResult {

            /**
             * Constructs a new ToolResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ToolResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ToolResult requestId. */
            requestId: string;

            /** ToolResult output. */
            output: string;

            /** ToolResult failure. */
            failure?: (parley.v1.ToolFailure.$Properties|null);

            /** ToolResult sources. */
            sources: parley.v1.ToolSource.$Properties[];

            /** ToolResult attempts. */
            attempts: parley.v1.Attempt.$Properties[];

            /**
             * Encodes the specified ToolResult message. Does not implicitly {@link parley.v1.ToolResult.verify|verify} messages.
             * @param message ToolResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ToolResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ToolResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ToolResult & parley.v1.ToolResult.$Shape} ToolResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ToolResult & parley.v1.ToolResult.$Shape;
        }

        namespace ToolResult {

            /** Properties of a ToolResult. */
            interface $Properties {

                /** ToolResult requestId */
                requestId?: (string|null);

                /** ToolResult output */
                output?: (string|null);

                /** ToolResult failure */
                failure?: (parley.v1.ToolFailure.$Properties|null);

                /** ToolResult sources */
                sources?: (parley.v1.ToolSource.$Properties[]|null);

                /** ToolResult attempts */
                attempts?: (parley.v1.Attempt.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ToolResult. */
            type $Shape = parley.v1.ToolResult.$Properties;
        }

        /**
         * Properties of a ToolFailure.
         * @deprecated Use parley.v1.ToolFailure.$Properties instead.
         */
        interface IToolFailure extends parley.v1.ToolFailure.$Properties {
        }

        /** Represents a ToolFailure. */
        class ToolFailure {

            /**
             * Constructs a new ToolFailure.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ToolFailure.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ToolFailure kind. */
            kind: string;

            /** ToolFailure code. */
            code: number;

            /** ToolFailure message. */
            message: string;

            /**
             * Encodes the specified ToolFailure message. Does not implicitly {@link parley.v1.ToolFailure.verify|verify} messages.
             * @param message ToolFailure message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ToolFailure.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ToolFailure message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ToolFailure & parley.v1.ToolFailure.$Shape} ToolFailure
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ToolFailure & parley.v1.ToolFailure.$Shape;
        }

        namespace ToolFailure {

            /** Properties of a ToolFailure. */
            interface $Properties {

                /** ToolFailure kind */
                kind?: (string|null);

                /** ToolFailure code */
                code?: (number|null);

                /** ToolFailure message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ToolFailure. */
            type $Shape = parley.v1.ToolFailure.$Properties;
        }

        /**
         * Properties of a ToolSource.
         * @deprecated Use parley.v1.ToolSource.$Properties instead.
         */
        interface IToolSource extends parley.v1.ToolSource.$Properties {
        }

        /** Represents a ToolSource. */
        class ToolSource {

            /**
             * Constructs a new ToolSource.
             * @param [properties] Properties to set
             */
            constructor(properties?: parley.v1.ToolSource.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ToolSource title. */
            title: string;

            /** ToolSource url. */
            url: string;

            /**
             * Encodes the specified ToolSource message. Does not implicitly {@link parley.v1.ToolSource.verify|verify} messages.
             * @param message ToolSource message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: parley.v1.ToolSource.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ToolSource message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {parley.v1.ToolSource & parley.v1.ToolSource.$Shape} ToolSource
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): parley.v1.ToolSource & parley.v1.ToolSource.$Shape;
        }

        namespace ToolSource {

            /** Properties of a ToolSource. */
            interface $Properties {

                /** ToolSource title */
                title?: (string|null);

                /** ToolSource url */
                url?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ToolSource. */
            type $Shape = parley.v1.ToolSource.$Properties;
        }
    }
}
