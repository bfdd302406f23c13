package org.crossaisle.io.format.rows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row for each product of a table that has a row for each variant or for each event. A field takes its first
 * value that is not empty, or its last, and a variant the product that it names. All rows are read before the first is returned, so the
 * memory grows with the number of products and their variants, as that of the catalog does.
 */
final class GroupedRows extends DerivedRows {
    private final PlannedRows planned;
    private final ItemNames names;
    private final boolean last;
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final List<Variant> variants = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean read;
    private long merged;
    private Iterator<Fault> faulty = List.<Fault>of().iterator();
    private Iterator<Product> following = List.<Product>of().iterator();
    private Optional<Fault> fault = Optional.empty();
    private Product product = new Product(0);

    private record Fault(long line, String text) {}

    private record Variant(String parent, String id, List<String> also, Product fields) {}

    private static final class Product {
        final long line;
        final List<String> fields = new ArrayList<>();

        Product(long line) {
            this.line = line;
        }

        void fill(int column, String value, boolean replace) {
            while (fields.size() <= column) {
                fields.add("");
            }
            if (!value.isEmpty() && (replace || fields.get(column).isEmpty())) {
                fields.set(column, value);
            }
        }
    }

    /** @param last true if the last value of a field counts instead of the first */
    GroupedRows(PlannedRows planned, ItemNames names, boolean last) {
        super(planned);
        this.last = last;
        this.planned = planned;
        this.names = names;
    }

    @Override
    public boolean next() {
        if (!read) {
            readAll();
        }
        if (faulty.hasNext()) {
            fault = Optional.of(faulty.next());
            return true;
        }
        fault = Optional.empty();
        if (!following.hasNext()) {
            return false;
        }
        product = following.next();
        return true;
    }

    private void readAll() {
        read = true;
        int idPlace = planned.columns().indexOf("item_id");
        while (planned.next()) {
            if (planned.fault().isPresent()) {
                faults.add(new Fault(planned.line(), planned.fault().get()));
                continue;
            }
            String id = planned.text(idPlace);
            String parent = planned.parent();
            if (parent.isEmpty() || parent.equals(id)) {
                add(id, planned.also());
            } else {
                Product fields = new Product(planned.line());
                copyInto(fields);
                variants.add(new Variant(parent, id, planned.also(), fields));
            }
        }
        variants.forEach(this::addVariant);
        variants.clear();
        faulty = faults.iterator();
        following = products.values().iterator();
    }

    private void add(String id, List<String> also) {
        Product known = products.get(id);
        if (known == null) {
            known = new Product(planned.line());
            products.put(id, known);
            names.addItem(id);
        } else {
            merged++;
        }
        copyInto(known);
        also.forEach(name -> names.addName(name, id));
    }

    private void copyInto(Product into) {
        for (int column = 0; column < planned.columns().size(); column++) {
            into.fill(column, planned.text(column), last);
        }
    }

    /** A variant whose product is missing is an item of its own. */
    private void addVariant(Variant variant) {
        Product parent = products.get(names.id(variant.parent));
        if (parent == null) {
            products.put(variant.id, variant.fields);
            names.addItem(variant.id);
            return;
        }
        merged++;
        String id = names.id(variant.parent);
        for (int column = 0; column < variant.fields.fields.size(); column++) {
            parent.fill(column, variant.fields.fields.get(column), false);
        }
        names.addName(variant.id, id);
        variant.also.forEach(name -> names.addName(name, id));
    }

    @Override
    public long line() {
        return fault.isPresent() ? fault.get().line() : product.line;
    }

    @Override
    public Optional<String> fault() {
        return fault.map(Fault::text);
    }

    @Override
    public List<String> values(int column) {
        return single(text(column));
    }

    @Override
    public String text(int column) {
        return column < product.fields.size() ? product.fields.get(column) : "";
    }

    @Override
    List<String> remarks() {
        return merged == 0
                ? List.of()
                : List.of(String.format("%,d further rows are variants or repetitions of an item", merged));
    }
}
