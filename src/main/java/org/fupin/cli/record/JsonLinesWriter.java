package org.fupin.cli.record;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** One JSON object a line. */
final class JsonLinesWriter<T> implements RecordWriter<T> {

    private final RecordType<T> type;
    private final Writer out;
    private final JsonGenerator json;

    JsonLinesWriter(RecordType<T> type, Writer out) {
        this.type = type;
        this.out = out;
        this.json = JsonFactory.builder()
                .rootValueSeparator("")
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                .build()
                .createGenerator(ObjectWriteContext.empty(), out);
    }

    @Override
    public void write(T record) throws IOException {
        json.writeStartObject();
        for (RecordType.Field<T> field : type.fields()) {
            json.writeName(field.name());
            value(field.value().apply(record));
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            json.writeString("");
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(this::value);
            json.writeEndArray();
        } else {
            throw new IllegalArgumentException("no JSON for a " + value.getClass());
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
        out.flush();
    }
}
